"""Publishes one survey response straight to Kafka, with confluent-kafka (Debian: python3-confluent-kafka).

    python3 publish_survey.py [--structured]
"""
import json
import os
import sys
import uuid
from datetime import datetime, timezone

from confluent_kafka import Producer

structured = "--structured" in sys.argv
portal = os.environ.get("PORTAL", "acme")
response_id = os.environ.get("RESPONSE_ID", f"python-{uuid.uuid4()}")
ticket_id = f"T-{response_id}"
# The id of the event: the same again for a repetition, so that sending twice has one effect.
event = {
    "specversion": "1.0",
    "id": f"{response_id}-1",
    "source": "/crm",
    "type": "amends.survey.submitted",
}
survey = {
    "portal": portal,
    "responseId": response_id,
    "ticketId": ticket_id,
    "supportGroup": os.environ.get("GROUP", "EMEA-NET"),
    "measures": {"csat": 2},
    "comment": "Sent with librdkafka from Python.",
    "contactChoice": "YES",
    "submittedAt": datetime.now(timezone.utc).isoformat(),
}

if structured:
    value, headers = {**event, "data": survey}, {"content-type": "application/cloudevents+json"}
else:
    value, headers = survey, {"content-type": "application/json", **{f"ce_{k}": v for k, v in event.items()}}

failed = []
producer = Producer({
    "bootstrap.servers": os.environ.get("AMENDS_KAFKA", "127.0.0.1:9092"),
    "acks": "all",
    "enable.idempotence": True,
    "compression.type": os.environ.get("CODEC", "lz4"),
    "message.timeout.ms": 30000,
})
producer.produce(
    os.environ.get("TOPIC", "amends.surveys.submitted.v1"),
    # The key may be any; the ticket's keeps one ticket's responses in the order in which you send them.
    key=f"{portal}:{ticket_id}",
    value=json.dumps(value),
    headers=headers,
    on_delivery=lambda error, message: failed.append(error) if error else print(
        f"{response_id} is at {message.topic()}-{message.partition()}@{message.offset()}"),
)
# Accepted is what all in-sync replicas have: wait for it before you forget the survey.
producer.flush()
if failed:
    sys.exit(str(failed[0]))
