import type { ErrorParams, ImportFormat, ImportResult } from '@tallysheet/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns';

/** One import of a file: how far it is and what came of it. */
@Entity('import_run')
export class ImportRun {
  @PrimaryColumn({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 32 })
  format!: ImportFormat;

  @Column({ type: 'varchar', length: 64 })
  source!: string;

  @Column({ name: 'file_name', type: 'varchar', length: 255, nullable: true })
  fileName!: string | null;

  /** The file's own header line, so that a rejected row can be read again. */
  @Column({ type: 'text', nullable: true })
  header!: string | null;

  @Column({ type: 'simple-json', nullable: true })
  mapping!: Record<string, string> | null;

  @Column({ name: 'dry_run', type: 'int' })
  dryRun!: number;

  @Column({ type: 'varchar', length: 16 })
  state!: ImportResult['state'];

  @Column({ ...instantColumn, name: 'bytes_read' })
  bytesRead!: number;

  @Column({ ...instantColumn, name: 'rows_read' })
  rowsRead!: number;

  @Column(instantColumn)
  accepted!: number;

  @Column(instantColumn)
  duplicates!: number;

  @Column(instantColumn)
  rejected!: number;

  @Column({ name: 'passed_over', type: 'simple-json' })
  passedOver!: Record<string, number>;

  @Column({ type: 'simple-json', nullable: true })
  error!: { code: string; params: ErrorParams } | null;

  @Column({ ...instantColumn, name: 'started_at' })
  startedAt!: number;

  /** Kept fresh while the import runs, so that one which a crash cut short can be told. */
  @Column({ ...instantColumn, name: 'seen_at' })
  seenAt!: number;

  @Column({ ...instantColumn, name: 'finished_at', nullable: true })
  finishedAt!: number | null;
}
