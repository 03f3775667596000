import { defineBackground } from 'wxt/utils/define-background';
import { createBackground } from '../lib/app/background.ts';
import { backgroundParts } from '../lib/browser/background-parts.ts';
import { bindBackground } from '../lib/browser/browser-events.ts';

export default defineBackground(() => bindBackground(createBackground(backgroundParts())));
