import type { RequestHandler } from 'express';
import { nonceOf } from './request-safety.js';

const RIGHT_TO_LEFT = new Set(['ar']);

/**
 * AdminJS writes its page as text. Before it leaves: its inline scripts get this answer's nonce, the
 * style sheet of a foreign font host goes, and the page says in which direction it is read.
 */
export const dressPages: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body: unknown) =>
    send(typeof body === 'string' && isPage(body) ? dress(body, nonceOf(response)) : body);
  next();
};

function isPage(body: string): boolean {
  return /^\s*<!doctype html>/i.test(body);
}

export function dress(page: string, nonce: string): string {
  return page
    .replace(/<link[^>]*href="https?:\/\/[^>]*>/g, '')
    .replaceAll('<script>', `<script nonce="${nonce}">`)
    .replace(/<html lang=(\w+)>/, (_whole, language: string) => {
      const direction = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
      return `<html lang="${language}" dir="${direction}">`;
    });
}
