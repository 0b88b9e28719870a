// Publishes one survey response straight to Kafka, with KafkaJS: npm install && node publish-survey.mjs [--structured]
import { randomUUID } from 'node:crypto';
import { CompressionTypes, Kafka, logLevel } from 'kafkajs';

const env = (name, otherwise) => process.env[name] ?? otherwise;
const structured = process.argv.includes('--structured');
const portal = env('PORTAL', 'acme');
const responseId = env('RESPONSE_ID', `node-${randomUUID()}`);
const ticketId = `T-${responseId}`;
// The id of the event: the same again for a repetition, so that sending twice has one effect.
const event = { specversion: '1.0', id: `${responseId}-1`, source: '/crm', type: 'amends.survey.submitted' };
const survey = {
  portal,
  responseId,
  ticketId,
  supportGroup: env('GROUP', 'EMEA-NET'),
  measures: { csat: 2 },
  comment: 'Sent with KafkaJS.',
  contactChoice: 'YES',
  submittedAt: new Date().toISOString(),
};

const producer = new Kafka({
  clientId: 'crm',
  brokers: [env('AMENDS_KAFKA', '127.0.0.1:9092')],
  logLevel: logLevel.ERROR,
}).producer({ idempotent: true });
await producer.connect();
try {
  // Accepted is what all in-sync replicas have (acks: -1): wait for it before you forget the survey.
  const [place] = await producer.send({
    topic: env('TOPIC', 'amends.surveys.submitted.v1'),
    acks: -1,
    compression: env('CODEC', 'gzip') === 'none' ? CompressionTypes.None : CompressionTypes.GZIP,
    messages: [{
      // The key may be any; the ticket's keeps one ticket's responses in the order in which you send them.
      key: `${portal}:${ticketId}`,
      value: JSON.stringify(structured ? { ...event, data: survey } : survey),
      headers: structured
        ? { 'content-type': 'application/cloudevents+json' }
        : {
            'content-type': 'application/json',
            ...Object.fromEntries(Object.entries(event).map(([name, value]) => [`ce_${name}`, value])),
          },
    }],
  });
  console.log(`${responseId} is at ${place.topicName}-${place.partition}@${place.baseOffset}`);
} finally {
  await producer.disconnect();
}
