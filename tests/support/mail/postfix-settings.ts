export interface PostfixSettings {
  readonly folder: string;
  /** Whom the Maildirs belong to. */
  readonly nobody: number;
  /** Domains with Maildirs. */
  readonly domains: string;
  /** Domains whose mail is taken and then comes back. */
  readonly bouncing: string;
}

/** A whole `main.cf`: nothing of the machine's own settings is used. */
export const mainCf = ({ folder, nobody, domains, bouncing }: PostfixSettings): string => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/mail.log
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.agency.example
mynetworks = 127.0.0.0/8
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = ${folder}/cert.pem
smtpd_tls_key_file = ${folder}/key.pem
virtual_mailbox_domains = ${domains}
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = texthash:${folder}/mailboxes
virtual_uid_maps = static:${nobody}
virtual_gid_maps = static:${nobody}
mydestination = ${bouncing}
alias_maps = texthash:${folder}/aliases
local_recipient_maps = $alias_maps
default_transport = error:nothing leaves this machine
`;

/** A whole `master.cf`: every part without a chroot, one port. */
export const masterCf = (port: number): string => `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
local unix - n n - - local
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;
