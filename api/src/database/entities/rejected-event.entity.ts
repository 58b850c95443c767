import type { RejectCode } from '@tallysheet/contract';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instantColumn } from './columns';

/** A row that could not be used, as it came: nothing that was sent to us is lost. */
@Entity('rejected_event')
@Index('rejected_event_import', ['workspaceId', 'importId', 'line'])
@Index('rejected_event_latest', ['workspaceId', 'id'])
export class RejectedEvent {
  @PrimaryGeneratedColumn({ type: 'int' })
  id!: number;

  @Column({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  /** Null for what came over the API or a webhook. */
  @Column({ name: 'import_id', type: 'varchar', length: 36, nullable: true })
  importId!: string | null;

  @Column({ type: 'varchar', length: 64 })
  source!: string;

  /** How it was read: an import's format, `events` for the API, a provider for its webhook. */
  @Column({ type: 'varchar', length: 32 })
  format!: string;

  /** 1 for what an import that was only tried could not use. */
  @Column({ type: 'int', default: 0 })
  trial!: number;

  @Column({ type: 'int' })
  line!: number;

  @Column({ type: 'varchar', length: 32 })
  code!: RejectCode;

  @Column({ type: 'varchar', length: 64, nullable: true })
  field!: string | null;

  @Column({ type: 'text' })
  detail!: string;

  @Column({ type: 'text' })
  raw!: string;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: number;
}
