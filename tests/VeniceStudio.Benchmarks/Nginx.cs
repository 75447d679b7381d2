namespace VeniceStudio.Benchmarks;

/// <summary>nginx with a configuration of its own in a temporary folder, in the foreground; nothing of the machine's own nginx is touched.</summary>
internal static class Nginx
{
    /// <summary>Starts nginx with one server block on a free port.</summary>
    /// <param name="workshop">Where its folder goes.</param>
    /// <param name="workers">Worker processes.</param>
    /// <param name="server">The inside of the server block; a location / answers 200.</param>
    public static async Task<Running> StartAsync(Workshop workshop, int workers, string server)
    {
        var (folder, port) = (workshop.NewFolder("nginx"), Workshop.FreePort());
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, $$"""
            daemon off; worker_processes {{workers}}; pid {{folder}}/pid; error_log {{folder}}/error.log;
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            events { worker_connections 512; }
            http {
                access_log off; sendfile on; tcp_nopush on; default_type video/mp4;
                client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
                server { listen 127.0.0.1:{{port}}; location = / { default_type application/json; return 200 '{}'; } {{server}} }
            }
            """);
        return await Running.StartAsync("nginx", ["-e", $"{folder}/error.log", "-p", folder, "-c", file], port, "/");
    }

    /// <summary>Stands for Venice: every retrieve is answered with the same file, by sendfile, so that the upstream costs next to nothing.</summary>
    public static Task<Running> AsVeniceAsync(Workshop workshop, string file) => StartAsync(workshop, 1, $$"""
        location = /api/v1/video/retrieve { error_page 404 405 =200 /clip.mp4; root /nowhere; }
        location = /clip.mp4 { alias {{file}}; }
        location /api/v1/ { default_type application/json; return 200 '{"data":null}'; }
        """);
}
