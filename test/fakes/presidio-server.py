"""The real presidio-analyzer behind the REST contract of its own server, with blank spaCy models, so that nothing but
the packages presidio-analyzer and spacy is needed. Prints its port when it is ready."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

LANGUAGES = ["en", "es"]


class BlankModels(SpacyNlpEngine):
    def __init__(self):
        super().__init__(models=[{"lang_code": code, "model_name": "blank"} for code in LANGUAGES])
        self.nlp = {code: spacy.blank(code) for code in LANGUAGES}

    def load(self):
        pass

    def is_loaded(self):
        return True


registry = RecognizerRegistry(supported_languages=LANGUAGES)
registry.load_predefined_recognizers(languages=LANGUAGES)
engine = AnalyzerEngine(nlp_engine=BlankModels(), registry=registry, supported_languages=LANGUAGES)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            found = engine.analyze(text=asked["text"], language=asked["language"])
            status, answer = 200, [result.to_dict() for result in found]
        except ValueError as error:
            status, answer = 500, {"error": str(error)}
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
