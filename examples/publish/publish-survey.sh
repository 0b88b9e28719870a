#!/bin/sh
# Publishes one survey response straight to Kafka, with kcat (Debian: kcat): publish-survey.sh [--structured]
set -eu

portal=${PORTAL:-acme}
response=${RESPONSE_ID:-kcat-$(date +%s)}
# The id of the event: the same again for a repetition, so that sending twice has one effect.
event=$response-1
survey='{"portal": "'$portal'", "responseId": "'$response'", "ticketId": "T-'$response'", "supportGroup": "'${GROUP:-EMEA-NET}'",
  "measures": {"csat": 2}, "comment": "Sent with kcat.", "contactChoice": "YES", "submittedAt": "'$(date -u +%Y-%m-%dT%H:%M:%SZ)'"}'

if [ "${1:-}" = --structured ]; then
  value='{"specversion": "1.0", "id": "'$event'", "source": "/crm", "type": "amends.survey.submitted", "data": '$survey'}'
  set -- -H content-type=application/cloudevents+json
else
  value=$survey
  set -- -H content-type=application/json -H ce_specversion=1.0 -H "ce_id=$event" -H ce_source=/crm \
    -H ce_type=amends.survey.submitted
fi

# One line is one message for kcat. The key may be any; the ticket's keeps one ticket's responses in their order. acks=all:
# accepted is what all in-sync replicas have, and kcat ends only then.
printf '%s' "$value" | tr '\n' ' ' |
  kcat -P -b "${AMENDS_KAFKA:-127.0.0.1:9092}" -t "${TOPIC:-amends.surveys.submitted.v1}" -k "$portal:T-$response" \
    -X acks=all -X enable.idempotence=true -z "${CODEC:-snappy}" "$@"
echo "$response is on the topic"
