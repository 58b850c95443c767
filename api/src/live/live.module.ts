import { Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { Revisions } from './revisions';

@Module({ controllers: [LiveController], providers: [Revisions], exports: [Revisions] })
export class LiveModule {}
