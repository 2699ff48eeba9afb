import type {EC2ClientConfig} from '@aws-sdk/client-ec2';

type Logger = NonNullable<EC2ClientConfig['logger']>;

/**
What the SDK has to say to programmers would land on the screen of the app.

Without `info` and `error`, which it calls only where they are: it would copy each answer for them, without what is secret, which takes a
tenth of the time of reading it.
*/
export const silentLogger = {debug() {}, warn() {}} as Partial<Logger> as Logger;
