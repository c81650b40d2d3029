import { Global, Module } from '@nestjs/common';
import { Authentication } from './authentication.js';

@Global()
@Module({ providers: [Authentication], exports: [Authentication] })
export class AuthModule {}
