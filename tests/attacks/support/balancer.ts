import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../journeys/support/endpoint.ts'

/** In front of several endpoints, handing each connection or request to the next of them. */
export interface Balancer {
  name: string
  url: string
  close(): Promise<void>
}

/** nginx where it is on the machine, else the least that balances. */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const found = spawnSync('nginx', ['-v']).status === 0
  return found ? openNginx(ports) : openRoundRobin(ports)
}

async function openNginx(ports: readonly number[]): Promise<Balancer> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-nginx-'))
  const port = await freePort()
  const path = join(folder, 'nginx.conf')
  writeFileSync(path, nginxSettings(folder, port, ports))
  const nginx = spawn('nginx', ['-p', folder, '-c', path, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://localhost:${port}/`
  while (!(await answers(port))) if (nginx.exitCode !== null) throw new Error('nginx did not come up')
  return {
    name: 'nginx',
    url,
    async close() {
      const exit = once(nginx, 'exit')
      nginx.kill('SIGTERM')
      await exit
      rmSync(folder, { recursive: true })
    },
  }
}

/** As the supplied configuration has it, in front of several: no access log, and what is down is left out. */
function nginxSettings(folder: string, port: number, ports: readonly number[]): string {
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off; master_process off; pid ${folder}/pid; error_log /dev/null;
events { worker_connections 1024; }
http {
  access_log off;
  ${kept.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  upstream endpoints {
    ${ports.map((each) => `server 127.0.0.1:${each} max_fails=1 fail_timeout=1s;`).join('\n    ')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://endpoints;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
    }
  }
}
`
}

async function openRoundRobin(ports: readonly number[]): Promise<Balancer> {
  let next = 0
  const open = new Set<Socket>()
  const server = createServer((client) => {
    forward(
      client,
      ports.map((_, n) => ports[(next + n) % ports.length]!),
    )
    next += 1
  })

  function forward(client: Socket, [port, ...others]: readonly number[]): void {
    if (port === undefined) return void client.destroy()
    const endpoint = connect(port, '127.0.0.1')
    endpoint.once('error', () => forward(client, others))
    endpoint.once('connect', () => {
      endpoint.removeAllListeners('error')
      for (const [from, to] of [
        [client, endpoint],
        [endpoint, client],
      ] as const) {
        open.add(from)
        from.on('error', () => to.destroy())
        from.on('close', () => (open.delete(from), to.destroy()))
        from.pipe(to)
      }
    })
  }

  server.listen(await freePort(), '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    name: 'a round-robin',
    url: `http://localhost:${port}/`,
    async close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => resolve(false))
    socket.on('connect', () => (socket.destroy(), resolve(true)))
  })
}
