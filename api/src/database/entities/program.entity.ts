import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn } from './columns';

@Entity('program')
export class Program {
  @PrimaryColumn({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @PrimaryColumn(idColumn)
  id!: string;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ ...idColumn, name: 'folder_id', nullable: true })
  folderId!: string | null;

  @Column({ type: 'varchar', length: 255, nullable: true })
  channel!: string | null;

  @Column({ type: 'text', nullable: true })
  tags!: string | null;

  /** The names of the statuses that are a success, as a list; what each event says, without one. */
  @Column({ name: 'success_statuses', type: 'text', nullable: true })
  successStatuses!: string | null;

  @Column({ type: 'int', default: 0 })
  archived!: number;
}
