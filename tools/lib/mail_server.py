"""The mail server of a local instance: takes every mail into a Maildir and lets none out. Usage: mail_server.py PORT MAILDIR"""
import asyncio
import sys

from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import SMTP


async def serve(port, folder):
    handler = Mailbox(folder)
    loop = asyncio.get_running_loop()
    # With a name of its own: looking up the machine's, which need not have an address, would hold up each connection.
    server = await loop.create_server(lambda: SMTP(handler, hostname="localhost", loop=loop), "127.0.0.1", port)
    async with server:
        await server.serve_forever()


asyncio.run(serve(int(sys.argv[1]), sys.argv[2]))
