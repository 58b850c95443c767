import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { SignInController } from './sign-in.controller';
import { TokenService } from './token.service';

@Module({
  controllers: [SignInController],
  providers: [TokenService, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [TokenService],
})
export class AccountModule {}
