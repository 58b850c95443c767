import type { Scope } from '@tallysheet/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instantColumn } from './columns';

/** A key for programs. Only its hash is kept. */
@Entity('api_token')
@Index('api_token_hash', ['hash'], { unique: true })
export class ApiToken {
  @PrimaryColumn({ name: 'workspace_id', type: 'int' })
  workspaceId!: number;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  @Column({ type: 'simple-json' })
  scopes!: Scope[];

  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: number;

  @Column({ ...instantColumn, name: 'last_used_at', nullable: true })
  lastUsedAt!: number | null;

  @Column({ ...instantColumn, name: 'revoked_at', nullable: true })
  revokedAt!: number | null;
}
