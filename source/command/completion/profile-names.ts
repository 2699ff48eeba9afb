/**
A line of sh that writes the names of the AWS profiles: sections `[profile NAME]` of the config file, and `[NAME]` of it and of the
credentials file. Others, such as `[sso-session NAME]`, have a blank that these have not. It has no single quote in it.
*/
export const profileNames = [
	`cat "\${AWS_CONFIG_FILE:-$HOME/.aws/config}" "\${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}" 2>/dev/null`,
	'sed -n "s/^ *\\[ *\\(profile  *\\)\\{0,1\\}\\([^] ]*\\) *\\].*/\\2/p"',
	'sort -u',
].join(' | ');
