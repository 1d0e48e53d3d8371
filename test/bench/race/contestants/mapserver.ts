import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, freePort, idsOfTable, run, versionOf } from '../contestant.ts';

const program = '/usr/lib/cgi-bin/mapserv';
const processes = 2;

/** MapServer as FastCGI behind nginx, connections to the database kept. */
export const mapserver: Contestant = {
  name: 'MapServer',
  version() {
    const found = versionOf(program, ['-v']);
    const hasNginx = versionOf('/usr/sbin/nginx', ['-V']) ?? versionOf('nginx', ['-v']);
    return found && versionOf('/usr/bin/spawn-fcgi', ['-v']) && hasNginx !== undefined
      ? `${/version ([\d.]+)/.exec(found)?.[1]}, FastCGI × ${processes} behind nginx`
      : undefined;
  },
  async start({ url: database, extent }) {
    const folder = mkdtempSync(join(tmpdir(), 'ufuq-race-mapserver-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    // A FastCGI process of MapServer serves one connection at a time: each has its own socket, and none is kept open.
    const sockets = Array.from({ length: processes }, (_, i) => join(folder, `mapserv-${i}.sock`));
    const { hostname, port: databasePort, username, password, pathname } = new URL(database);
    const connection = `host=${hostname} port=${databasePort || 5432} user=${username} dbname=${pathname.slice(1)}${password ? ` password=${password}` : ''}`;
    writeFileSync(join(folder, 'race.map'), mapFile(connection, extent, url));
    writeFileSync(
      join(folder, 'mapserver.conf'),
      `CONFIG\n ENV\n  MS_MAP_PATTERN "."\n  OGCAPI_HTML_TEMPLATE_DIRECTORY "/usr/share/mapserver/ogcapi/templates/html-bootstrap4/"\n END\n MAPS\n  RACE "${folder}/race.map"\n END\nEND\n`,
    );
    writeFileSync(join(folder, 'nginx.conf'), nginxFile(folder, port, sockets));
    const running = await run(
      [
        ...sockets.map((socket) => ({
          program: '/usr/bin/spawn-fcgi',
          args: ['-n', '-s', socket, '-M', '0666', '--', program],
          env: { MAPSERVER_CONFIG_FILE: join(folder, 'mapserver.conf') },
        })),
        { program: '/usr/sbin/nginx', args: ['-p', folder, '-c', join(folder, 'nginx.conf')] },
      ],
      `${url}/mapserv/RACE/ogcapi/collections?f=json`,
    );
    return {
      ...running,
      url,
      items: (box, landUse) =>
        `/mapserv/RACE/ogcapi/collections/parcels/items?bbox=${box}&limit=100&f=json${landUse ? `&land_use=${landUse}` : ''}`,
      tile: (z, x, y) =>
        `/mapserv?map=RACE&mode=tile&tilemode=gmap&tile=${x}+${y}+${z}&layers=parcels&map.imagetype=mvt`,
      ids: idsOfTable,
      async stop() {
        await running.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

function mapFile(connection: string, extent: readonly number[], url: string): string {
  return `MAP
  NAME "race"
  EXTENT ${extent.join(' ')}
  SIZE 512 512
  PROJECTION "init=epsg:4326" END
  OUTPUTFORMAT
    NAME "mvt"
    DRIVER MVT
    MIMETYPE "application/vnd.mapbox-vector-tile"
    FORMATOPTION "EXTENT=4096"
    FORMATOPTION "EDGE_BUFFER=64"
  END
  WEB
    METADATA
      "ows_title" "race"
      "ows_onlineresource" "${url}/mapserv/RACE"
      "oga_onlineresource" "${url}/mapserv/RACE/ogcapi"
      "ows_enable_request" "*"
      "oga_enable_request" "*"
      "ows_srs" "EPSG:4326 EPSG:3857"
    END
  END
  LAYER
    NAME "parcels"
    TYPE POLYGON
    STATUS ON
    CONNECTIONTYPE POSTGIS
    CONNECTION "${connection}"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    DATA "geom from parcels using unique gid using srid=4326"
    PROJECTION "init=epsg:4326" END
    TEMPLATE "void"
    METADATA
      "ows_title" "parcels"
      "ows_extent" "${extent.join(' ')}"
      "gml_include_items" "all"
      "ows_include_items" "all"
      "oga_include_items" "all"
      "gml_featureid" "gid"
      "ows_featureid" "gid"
      "oga_featureid" "gid"
      "gml_types" "auto"
    END
    CLASS
      STYLE COLOR 200 200 200 END
    END
  END
END
`;
}

function nginxFile(folder: string, port: number, sockets: readonly string[]): string {
  return `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
error_log ${folder}/error.log;
pid ${folder}/nginx.pid;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  upstream mapserv { least_conn; ${sockets.map((socket) => `server unix:${socket};`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location ~ ^/mapserv(.*)$ {
      fastcgi_pass mapserv;
      fastcgi_buffers 64 64k;
      fastcgi_param SCRIPT_NAME /mapserv;
      fastcgi_param PATH_INFO $1;
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param CONTENT_TYPE $content_type;
      fastcgi_param CONTENT_LENGTH $content_length;
      fastcgi_param REQUEST_URI $request_uri;
      fastcgi_param SERVER_PROTOCOL $server_protocol;
      fastcgi_param SERVER_NAME 127.0.0.1;
      fastcgi_param SERVER_PORT ${port};
      fastcgi_param HTTP_HOST $http_host;
    }
  }
}
`;
}
