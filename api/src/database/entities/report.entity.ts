import type { Layout, ReportQuery } from '@tallysheet/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, instantColumn } from './columns';

/** A saved report. A deleted one is kept, so that deleting can be undone. */
@Entity('report')
export class ReportEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ ...idColumn, name: 'program_id', nullable: true })
  programId!: string | null;

  @Column({ ...idColumn, name: 'folder_id', nullable: true })
  folderId!: string | null;

  @Column({ name: 'query_json', type: 'simple-json' })
  query!: ReportQuery;

  @Column({ name: 'layout_json', type: 'simple-json' })
  layout!: Layout;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: number;

  @Column({ ...instantColumn, name: 'updated_at' })
  updatedAt!: number;

  @Column({ ...instantColumn, name: 'deleted_at', nullable: true })
  deletedAt!: number | null;
}
