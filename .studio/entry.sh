#!/bin/sh
# How the container starts. Docker gives a named volume the image's owner, but Railway and bind mounts bring their own, often
# root: whoever starts as root takes the volume over once and then lets go of root for good. Started as another user already
# (docker run --user), there is nothing to do.
set -eu
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$STUDIO_DATA"
    # Only what belongs to somebody else: a library of thousands of files must not slow each start.
    find "$STUDIO_DATA" ! -user studio -exec chown -h studio:studio {} +
    exec setpriv --reuid=studio --regid=studio --init-groups --no-new-privs "$0" "$@"
fi
export HOME=/tmp
exec dotnet /app/VeniceStudio.Server.dll "$@"
