"""The official Python clients against a gateway: `python gateway_clients.py URL KEY PROMPT`. Prints what they read as JSON."""

import json
import sys

from anthropic import Anthropic, BadRequestError as AnthropicBadRequest
from openai import BadRequestError, OpenAI

url, key, prompt = sys.argv[1:4]
openai = OpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0, timeout=30)
anthropic = Anthropic(base_url=url, api_key=key, max_retries=0, timeout=30)
messages = [{"role": "user", "content": prompt}]
strict = {"x-uncase-privacy-mode": "block"}
said = {}

answer = openai.chat.completions.create(model="echo", messages=messages)
said["chat"] = answer.choices[0].message.content
stream = openai.chat.completions.create(model="echo", messages=messages, stream=True)
said["chat stream"] = "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)
said["responses"] = openai.responses.create(model="echo", input=prompt).output_text
said["embedding"] = len(openai.embeddings.create(model="fake/fake-embeddings", input=prompt).data)
try:
    openai.chat.completions.create(model="echo", messages=messages, extra_headers=strict)
except BadRequestError as error:
    said["blocked"] = error.code

message = anthropic.messages.create(model="claude/echo", max_tokens=500, messages=messages)
said["message"] = message.content[0].text
with anthropic.messages.stream(model="fake/echo", max_tokens=500, messages=messages) as events:
    said["message stream"] = "".join(events.text_stream)
try:
    anthropic.messages.create(model="claude/echo", max_tokens=500, messages=messages, extra_headers=strict)
except AnthropicBadRequest as error:
    said["message blocked"] = error.body["error"]["type"]

print(json.dumps(said))
