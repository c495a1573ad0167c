import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import * as z from 'zod/mini';
import { refusalSchema, type SpokenRefusal } from '../../shared/wire/refusals.ts';
import { doorOf } from '../access/addresses.ts';
import { signControl } from '../access/control-permission.ts';
import { type Done, doneSchema, type Order } from '../admin-commands.ts';
import { Complaint } from './terminal.ts';

/** Longest wait for a running server, in milliseconds. */
const timeoutMs = 60_000;

const answerSchema = z.union([doneSchema, refusalSchema]);

/** Gives an order to the server that listens at `address` on this computer. */
export async function askOwner(
  address: string,
  secret: string,
  order: Order,
  now: number,
): Promise<Done | SpokenRefusal> {
  const token = await signControl(secret, now);
  const { status, body } = await post(address, token, JSON.stringify(order)).catch((error: Error) => {
    throw new Complaint(`The server at ${address} does not answer (${error.message}).`);
  });
  if (status === 401) {
    throw new Complaint(`The server at ${address} was started with another SECRET; set the same one here.`);
  }
  const answer = answerSchema.safeParse(parsed(body));
  if (!answer.success)
    throw new Complaint(`The server at ${address} gave no answer of Backrow's (${status}).`);
  return answer.data;
}

function post(address: string, token: string, body: string): Promise<{ status: number; body: string }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { secure, host, port } = doorOf(address);
  const options = { host, port, path: '/control', method: 'POST', headers, timeout: timeoutMs };
  return new Promise((resolve, reject) => {
    // The connection does not leave this computer: a certificate for the public name is as good as none.
    const request = secure ? httpsRequest({ ...options, rejectUnauthorized: false }) : httpRequest(options);
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('no answer within a minute')));
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    request.end(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
