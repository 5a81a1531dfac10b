"""The mail server of a local instance; lets no mail out. Usage: mail_server.py PORT MAILDIR BOARD_MAILDIR BOARD_ADDRESS_FILE

A mail to the board (the address that the file names, with or without "+tag") goes into the board's Maildir as it came, with what a mail server notes of it;
every other one into MAILDIR, with who sent it to whom (X-MailFrom, X-RcptTo).
"""
import asyncio
import mailbox
import os
import sys

from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import SMTP

LARGEST = 50 * 1024 * 1024


class Deliver(Mailbox):
    def __init__(self, folder, board_folder, board_file):
        super().__init__(folder)
        self.board = mailbox.Maildir(board_folder, create=False)
        self.board_file = board_file

    def is_board(self, recipient):
        try:
            with open(self.board_file, encoding="ascii") as file:
                local, _, domain = file.read().strip().lower().rpartition("@")
        except OSError:
            return False
        to_local, _, to_domain = recipient.lower().rpartition("@")
        return bool(local) and to_domain == domain and to_local.split("+")[0] == local

    async def handle_DATA(self, server, session, envelope):
        to_board = [one for one in envelope.rcpt_tos if self.is_board(one)]
        others = [one for one in envelope.rcpt_tos if one not in to_board]
        if to_board:
            head = f"Return-Path: <{envelope.mail_from or ''}>\r\n" + "".join(f"Delivered-To: <{one}>\r\n" for one in to_board)
            self.board.add(head.encode("utf-8", "replace") + envelope.content)
        if not others:
            return "250 OK"
        envelope.rcpt_tos = others
        return await super().handle_DATA(server, session, envelope)


async def serve(port, folder, board_folder, board_file):
    os.umask(0o027)  # the board's mailbox is read by its own group
    handler = Deliver(folder, board_folder, board_file)
    loop = asyncio.get_running_loop()
    # With a name of its own: looking up the machine's, which need not have an address, would hold up each connection.
    server = await loop.create_server(lambda: SMTP(handler, hostname="localhost", data_size_limit=LARGEST, loop=loop), "127.0.0.1", port)
    async with server:
        await server.serve_forever()


asyncio.run(serve(int(sys.argv[1]), *sys.argv[2:5]))
