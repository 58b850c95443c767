import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One sender of events: the scope in which their ids are unique. */
@Entity('source')
@Index('source_name', ['workspaceId', 'name'], { unique: true })
export class Source {
  @PrimaryGeneratedColumn({ type: 'int' })
  id!: number;

  @Column({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @Column({ type: 'varchar', length: 64 })
  name!: string;
}
