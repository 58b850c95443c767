import type { ProviderId, SourceMapping } from '@tallysheet/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns';

/** Where one sender's webhook calls, and what proves that it is the sender. */
@Entity('source_key')
@Index('source_key_key', ['key'], { unique: true })
export class SourceKeyEntity {
  @PrimaryColumn({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  source!: string;

  @Column({ type: 'varchar', length: 32 })
  provider!: ProviderId;

  /** The last part of the webhook's address. */
  @Column({ name: 'url_key', type: 'varchar', length: 64 })
  key!: string;

  /** What the sender shows for its signatures; null where the address alone must do. */
  @Column({ type: 'text', nullable: true })
  secret!: string | null;

  /** Still accepted while the sender changes over to the new one. */
  @Column({ name: 'previous_secret', type: 'text', nullable: true })
  previousSecret!: string | null;

  @Column({ type: 'simple-json' })
  mapping!: SourceMapping;

  /** Calls that were refused: forged or unreadable. The first ones are kept. */
  @Column({ type: 'int', default: 0 })
  refused!: number;

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: number;

  @Column({ ...instantColumn, name: 'revoked_at', nullable: true })
  revokedAt!: number | null;
}
