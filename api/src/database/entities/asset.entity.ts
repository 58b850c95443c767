import type { Channel } from '@tallysheet/contract';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { idColumn, instantColumn } from './columns';

/** What is sent: an email, SMS or push. `key` is its short number in facts and tallies. */
@Entity('asset')
@Index('asset_id', ['workspaceId', 'id'], { unique: true })
export class AssetEntity {
  @PrimaryGeneratedColumn({ name: 'asset_key', type: 'int' })
  key!: number;

  @Column({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @Column(idColumn)
  id!: string;

  @Column({ type: 'varchar', length: 8 })
  channel!: Channel;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ ...idColumn, name: 'program_id' })
  programId!: string;

  /** The folder it was imported from, from which its program follows. */
  @Column({ ...idColumn, name: 'folder_id', nullable: true })
  folderId!: string | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  subject!: string | null;

  @Column({ name: 'from_name', type: 'varchar', length: 255, nullable: true })
  fromName!: string | null;

  @Column({ name: 'from_email', type: 'varchar', length: 320, nullable: true })
  fromEmail!: string | null;

  @Column({ name: 'reply_to', type: 'varchar', length: 320, nullable: true })
  replyTo!: string | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  preheader!: string | null;

  @Column({ name: 'open_tracking', type: 'int', default: 1 })
  openTracking!: number;

  @Column({ type: 'int', default: 0 })
  archived!: number;

  @Column({ type: 'int', default: 0 })
  provisional!: number;

  @Column({ ...instantColumn, name: 'updated_at', nullable: true })
  updatedAt!: number | null;
}
