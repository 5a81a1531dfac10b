"""A mailbox for tests, read by IMAP4 (RFC 3501): as much of it as a reader of one mailbox asks for.

    imap_server.py --port N --dir DIR --user NAME PASSWORD

DIR/<uid>.eml are its mails; DIR/validity is its UIDVALIDITY, 1 without the file. What was asked for stands in DIR/asked, a line each.
"""
import argparse, asyncio, base64, os, re


class Session:
    def __init__(self, folder, user, reader, writer):
        self.folder, self.user, self.reader, self.writer = folder, user, reader, writer

    def say(self, line):
        self.writer.write(line.encode() + b"\r\n")

    def uids(self):
        return sorted(int(name[:-4]) for name in os.listdir(self.folder) if re.fullmatch(r"\d+\.eml", name))

    def validity(self):
        try:
            with open(os.path.join(self.folder, "validity")) as file:
                return file.read().strip()
        except FileNotFoundError:
            return "1"

    async def login(self, tag, words):
        given = re.match(r'LOGIN "?([^" ]+)"? "?([^"]+)"?$', words, re.I)
        if given is None and words.upper().startswith("AUTHENTICATE PLAIN"):
            parts = words.split(" ")
            if len(parts) < 3:
                self.say("+ ")
                parts.append((await self.reader.readline()).decode().strip())
            given = re.match("[^\0]*\0([^\0]+)\0(.+)", base64.b64decode(parts[2]).decode())
        is_right = given is not None and [given[1], given[2]] == self.user
        self.say(f"{tag} OK logged in" if is_right else f"{tag} NO [AUTHENTICATIONFAILED] wrong name or password")

    def search(self, tag, words):
        first = int(re.search(r"(\d+):\*", words)[1])
        every = self.uids()
        found = [uid for uid in every if uid >= first] or every[-1:]  # "n:*" names the last one whatever n is
        self.say("* SEARCH" + "".join(f" {uid}" for uid in found))
        self.say(f"{tag} OK searched")

    def fetch(self, tag, words):
        uid = int(re.search(r"FETCH (\d+)", words)[1])
        with open(os.path.join(self.folder, f"{uid}.eml"), "rb") as file:
            mail = file.read()
        is_header = "BODY[HEADER]" in words
        if is_header:
            mail = mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        self.say(f"* {self.uids().index(uid) + 1} FETCH (UID {uid} BODY[{'HEADER' if is_header else ''}] {{{len(mail)}}}")
        self.writer.write(mail)
        self.say(")")
        self.say(f"{tag} OK fetched")

    async def run(self):
        self.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] test mailbox")
        while line := (await self.reader.readline()).decode(errors="replace").strip():
            tag, _, words = line.partition(" ")
            verb = words.upper()
            with open(os.path.join(self.folder, "asked"), "a") as file:
                file.write(re.sub(r"(LOGIN|AUTHENTICATE).*", r"\1", words) + "\n")
            if verb == "CAPABILITY":
                self.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN")
                self.say(f"{tag} OK")
            elif verb.startswith(("LOGIN", "AUTHENTICATE")):
                await self.login(tag, words)
            elif verb.startswith("SELECT"):
                self.say(f"* {len(self.uids())} EXISTS")
                self.say(f"* OK [UIDVALIDITY {self.validity()}] UIDs valid")
                self.say(f"{tag} OK [READ-WRITE] selected")
            elif verb.startswith("UID SEARCH"):
                self.search(tag, words)
            elif verb.startswith("UID FETCH"):
                self.fetch(tag, words)
            elif verb == "LOGOUT":
                self.say("* BYE")
                self.say(f"{tag} OK")
                break
            else:
                self.say(f"{tag} OK")
            await self.writer.drain()
        self.writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--dir", required=True)
    parser.add_argument("--user", nargs=2, required=True)
    given = parser.parse_args()
    server = await asyncio.start_server(lambda reader, writer: Session(given.dir, given.user, reader, writer).run(), "127.0.0.1", given.port)
    async with server:
        await server.serve_forever()


asyncio.run(main())
