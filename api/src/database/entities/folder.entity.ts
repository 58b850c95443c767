import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn } from './columns';

@Entity('folder')
export class Folder {
  @PrimaryColumn({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @PrimaryColumn(idColumn)
  id!: string;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ ...idColumn, name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** Set for a folder inside a program. */
  @Column({ ...idColumn, name: 'program_id', nullable: true })
  programId!: string | null;
}
