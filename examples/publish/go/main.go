// Publishes one survey response straight to Kafka, with franz-go: go run . [--structured]
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"
)

func env(name, otherwise string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return otherwise
}

func main() {
	structured := len(os.Args) > 1 && os.Args[1] == "--structured"
	portal := env("PORTAL", "acme")
	responseID := env("RESPONSE_ID", fmt.Sprintf("go-%d", time.Now().UnixNano()))
	ticketID := "T-" + responseID
	// The id of the event: the same again for a repetition, so that sending twice has one effect.
	event := map[string]any{"specversion": "1.0", "id": responseID + "-1", "source": "/crm", "type": "amends.survey.submitted"}
	survey := map[string]any{
		"portal": portal, "responseId": responseID, "ticketId": ticketID, "supportGroup": env("GROUP", "EMEA-NET"),
		"measures": map[string]any{"csat": 2}, "comment": "Sent with franz-go.", "contactChoice": "YES",
		"submittedAt": time.Now().UTC().Format(time.RFC3339),
	}

	body := survey
	headers := []kgo.RecordHeader{{Key: "content-type", Value: []byte("application/json")}}
	if structured {
		event["data"] = survey
		body = event
		headers[0].Value = []byte("application/cloudevents+json")
	} else {
		for name, value := range event {
			headers = append(headers, kgo.RecordHeader{Key: "ce_" + name, Value: []byte(value.(string))})
		}
	}
	value, err := json.Marshal(body)
	if err != nil {
		log.Fatal(err)
	}

	client, err := kgo.NewClient(
		kgo.SeedBrokers(env("AMENDS_KAFKA", "127.0.0.1:9092")),
		kgo.RequiredAcks(kgo.AllISRAcks()), // and idempotent, as franz-go is unless told otherwise
		kgo.ProducerBatchCompression(kgo.ZstdCompression()),
	)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	// Accepted is what all in-sync replicas have: wait for it before you forget the survey.
	place, err := client.ProduceSync(context.Background(), &kgo.Record{
		Topic: env("TOPIC", "amends.surveys.submitted.v1"),
		// The key may be any; the ticket's keeps one ticket's responses in the order in which you send them.
		Key:     []byte(portal + ":" + ticketID),
		Value:   value,
		Headers: headers,
	}).First()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s is at %s-%d@%d\n", responseID, place.Topic, place.Partition, place.Offset)
}
