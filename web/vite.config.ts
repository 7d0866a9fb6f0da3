import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * sonner writes its style sheet into the page from JavaScript, which our content security policy forbids.
 * The same sheet is imported from `app/styles.css`, so the injection is cut out.
 */
function withoutInjectedStyles(): Plugin {
  return {
    name: 'visavis:without-injected-styles',
    transform(code, id) {
      if (!/[\\/]sonner[\\/]dist[\\/]/.test(id)) return undefined;
      const cut = code.replace(
        /function __insertCSS\(code\) \{/,
        'function __insertCSS(code) { return;',
      );
      if (cut === code) this.error('sonner no longer injects its styles the way we cut out');
      return { code: cut, map: null };
    },
  };
}

/** `vite build web` makes the browser's files, `vite build web --ssr` the renderer that the server loads. */
export default defineConfig(({ isSsrBuild }) => ({
  root: path('.'),
  base: '/',
  plugins: [react(), tailwindcss(), withoutInjectedStyles()],
  publicDir: isSsrBuild ? false : path('./public'),
  build: {
    outDir: path(isSsrBuild ? '../dist/web/server' : '../dist/web/client'),
    emptyOutDir: true,
    manifest: !isSsrBuild,
    assetsDir: 'assets',
    ssr: isSsrBuild === true,
    rolldownOptions: {
      input: isSsrBuild
        ? path('./src/entry-server.tsx')
        : {
            'entry-client': path('./src/entry-client.tsx'),
            'service-worker': path('./src/service-worker/service-worker.ts'),
          },
      // Browsers know a service worker by its address, so that one never changes its name.
      ...(!isSsrBuild && {
        output: {
          entryFileNames: ({ name }: { name: string }) =>
            name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        },
      }),
    },
  },
  // The renderer carries its own React and router, so that a production install needs no development packages.
  ...(isSsrBuild ? { ssr: { noExternal: true as const } } : {}),
}));
