import type { RejectCode } from '@tallysheet/contract';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instantColumn } from './columns';

/** A row that could not be used, as it came: nothing that was sent to us is lost. */
@Entity('rejected_event')
@Index('rejected_event_import', ['workspaceId', 'importId', 'line'])
export class RejectedEvent {
  @PrimaryGeneratedColumn({ type: 'int' })
  id!: number;

  @Column({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @Column({ name: 'import_id', type: 'varchar', length: 36 })
  importId!: string;

  @Column({ type: 'varchar', length: 64 })
  source!: string;

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
