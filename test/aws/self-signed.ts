import {createPrivateKey, generateKeyPairSync, sign} from 'node:crypto';

/** A key and a certificate for localhost that signs itself, in PEM. X.509 by hand, since Node reads certificates but makes none. */
export function createSelfSigned(): {readonly key: string; readonly cert: string} {
	const {publicKey, privateKey} = generateKeyPairSync('ec', {
		namedCurve: 'prime256v1',
		publicKeyEncoding: {type: 'spki', format: 'der'},
		privateKeyEncoding: {type: 'pkcs8', format: 'pem'},
	});
	const algorithm = sequence(ecdsaWithSha256);
	const name = sequence(set(sequence(commonName, der(0x0c, Buffer.from('loopback')))));
	const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x18, Buffer.from('29990101000000Z')));
	const isAuthority = sequence(basicConstraints, der(0x01, Buffer.from([0xff])), der(0x04, sequence(der(0x01, Buffer.from([0xff])))));
	const alternative = sequence(
		subjectAltName,
		der(0x04, sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))),
	);
	const body = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.from([1])),
		algorithm,
		name,
		validity,
		name,
		publicKey,
		der(0xa3, sequence(isAuthority, alternative)),
	);
	const signature = sign('sha256', body, createPrivateKey(privateKey));
	const certificate = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
	return {key: privateKey, cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`};
}

const ecdsaWithSha256 = der(0x06, Buffer.from('2a8648ce3d040302', 'hex'));
const commonName = der(0x06, Buffer.from('550403', 'hex'));
const basicConstraints = der(0x06, Buffer.from('551d13', 'hex'));
const subjectAltName = der(0x06, Buffer.from('551d11', 'hex'));

function sequence(...parts: readonly Buffer[]): Buffer {
	return der(0x30, Buffer.concat(parts));
}

function set(...parts: readonly Buffer[]): Buffer {
	return der(0x31, Buffer.concat(parts));
}

function der(tag: number, content: Buffer): Buffer {
	const {length} = content;
	const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
