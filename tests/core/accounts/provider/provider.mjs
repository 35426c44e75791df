// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
//
// A real OpenID provider on 127.0.0.1, as a test starts it; it prints "ready PORT" and ends with its standard input. Whoever
// signs in is who they say they are. STALE_KEYS=1: its keys are at first asked for not the ones it signs with.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider, { interactionPolicy } from 'oidc-provider';

const key = (type, options, kid, alg) => ({
    ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), kid, alg, use: 'sig',
});
const rsa = key('rsa', { modulusLength: 2048 }, 'rsa-now', 'RS256');
const ec = key('ec', { namedCurve: 'P-256' }, 'ec-now', 'ES256');

const client = (id, alg) => ({
    client_id: id,
    application_type: 'native', // any port of 127.0.0.1 (RFC 8252, 7.3)
    token_endpoint_auth_method: 'none',
    redirect_uris: ['http://127.0.0.1/signed-in'],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    id_token_signed_response_alg: alg,
});

const policy = interactionPolicy.base();
policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address();
const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [client('thimblely-rsa', 'RS256'), client('thimblely-ec', 'ES256')],
    jwks: { keys: [rsa, ec] },
    cookies: { keys: ['a test has no secrets'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false, // with the address in the token, as Google has it
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (_, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true, methods: ['S256'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_, id) => ({
        accountId: id,
        claims: () => ({ sub: id, email: `${id}@provider.example`, email_verified: true }),
    }),
});

let keysGiven = 0;
provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === '/jwks' && process.env.STALE_KEYS && keysGiven++ === 0)
        ctx.body = { keys: ctx.body.keys.map((each) => ({ ...each, kid: `${each.kid}-before` })) };
});

const bodyOf = async (request) => {
    let text = '';
    for await (const part of request) text += part;
    return new URLSearchParams(text);
};

//! The page where somebody says who they are, or that they do not want to.
const interact = async (request, response) => {
    const { params } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
        response.setHeader('Content-Type', 'text/html');
        response.end('<form method="post"><input name="login"><button>Sign in</button></form>');
        return;
    }
    const typed = await bodyOf(request);
    if (typed.has('cancel')) {
        await provider.interactionFinished(request, response, { error: 'access_denied' });
        return;
    }
    const accountId = typed.get('login');
    const grant = new provider.Grant({ accountId, clientId: params.client_id });
    grant.addOIDCScope('openid email');
    const grantId = await grant.save();
    await provider.interactionFinished(request, response,
        { select_account: {}, login: { accountId }, consent: { grantId } });
};

const answer = provider.callback();
server.on('request', (request, response) => {
    if (request.url.startsWith('/interaction/'))
        interact(request, response).catch((error) => { response.statusCode = 500; response.end(String(error)); });
    else
        answer(request, response);
});
process.stdin.on('end', () => process.exit(0)).resume();
console.log(`ready ${port}`);
