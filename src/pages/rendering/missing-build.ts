/** What stands in for the pages while they have not been built: the API works all the same. */
export const MISSING_BUILD_HTML = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Visavis</title></head>
<body>
<h1>The pages have not been built</h1>
<p>Run <code>npm run build</code> and start again. The API is described at <a href="/api/docs">/api/docs</a>.</p>
</body>
</html>
`;
