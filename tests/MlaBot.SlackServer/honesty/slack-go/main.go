// Real slack-go against the local Slack, played by lines as in drive.mjs.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/slack-go/slack/socketmode"
)

type result map[string]any

type stage struct {
	acts  io.Writer
	lines *bufio.Scanner
}

func (s *stage) read() (result, error) {
	if !s.lines.Scan() {
		return nil, errors.New("the server is gone")
	}
	var got result
	if err := json.Unmarshal(s.lines.Bytes(), &got); err != nil {
		return nil, err
	}
	if got["error"] != nil {
		return nil, errors.New(got["error"].(string))
	}
	return got, nil
}

func (s *stage) act(line string) (result, error) {
	fmt.Fprintln(s.acts, line)
	return s.read()
}

var failed = false

func flow(name string, run func() error) {
	done := make(chan error, 1)
	go func() { done <- run() }()
	var err error
	select {
	case err = <-done:
	case <-time.After(30 * time.Second):
		err = errors.New("waited 30 s")
	}
	if err != nil {
		failed = true
		fmt.Printf("FAIL  slack-go: %s: %v\n", name, err)
		return
	}
	fmt.Printf("pass  slack-go: %s\n", name)
}

func expect(got result, err error, words string) error {
	if err != nil {
		return err
	}
	if text := fmt.Sprint(got); !strings.Contains(text, words) {
		return fmt.Errorf("no %q in %s", words, text)
	}
	return nil
}

func main() {
	server := exec.Command("dotnet", os.Args[1], "--play")
	server.Stderr = os.Stderr
	acts, _ := server.StdinPipe()
	lines, _ := server.StdoutPipe()
	if err := server.Start(); err != nil {
		fmt.Printf("FAIL  slack-go: the server does not start: %v\n", err)
		os.Exit(1)
	}
	play := &stage{acts, bufio.NewScanner(lines)}
	setting, err := play.read()
	if err != nil {
		fmt.Printf("FAIL  slack-go: the server says nothing: %v\n", err)
		os.Exit(1)
	}
	text := func(name string) string { return setting[name].(string) }
	api := slack.New(text("bot_token"), slack.OptionAppLevelToken(text("app_token")), slack.OptionAPIURL(text("api")))
	client := socketmode.New(api, socketmode.OptionLog(log.New(io.Discard, "", 0)))
	go hear(client, api)
	go client.Run()

	flow("start", func() error { got, err := play.act("hellos 1"); return expect(got, err, "open:1") })
	flow("slash command", func() error { got, err := play.act("command /quiz one"); return expect(got, err, "quiz one") })
	flow("block action and modal", func() error {
		if _, err := play.act("press ask"); err != nil {
			return err
		}
		if got, err := play.act("view Form"); err != nil {
			return expect(got, err, "Name")
		}
		if _, err := play.act("submit name Ada"); err != nil {
			return err
		}
		got, err := play.act("wait hello Ada")
		return expect(got, err, "is_ephemeral:true")
	})
	flow("mention", func() error {
		if _, err := play.act("mention this"); err != nil {
			return err
		}
		got, err := play.act("wait heard it")
		return expect(got, err, "heard it")
	})
	flow("post and update", func() error {
		channel, ts, err := api.PostMessage(text("channel"), slack.MsgOptionText("first", false))
		if err != nil {
			return err
		}
		if _, _, _, err = api.UpdateMessage(channel, ts, slack.MsgOptionText("second", false)); err != nil {
			return err
		}
		got, err := play.act("wait second")
		return expect(got, err, ts)
	})
	flow("refresh", func() error {
		if _, err := play.act("refresh"); err != nil {
			return err
		}
		if _, err := play.act("hellos 2"); err != nil {
			return err
		}
		got, err := play.act("command /quiz two")
		return expect(got, err, "quiz two")
	})
	flow("cut", func() error {
		if _, err := play.act("cut"); err != nil {
			return err
		}
		if _, err := play.act("hellos 3"); err != nil {
			return err
		}
		got, err := play.act("command /quiz three")
		return expect(got, err, "quiz three")
	})
	flow("nothing wrong was sent", func() error { got, err := play.act("end"); return expect(got, err, "violations:[]") })
	acts.Close()
	server.Wait()
	if failed {
		os.Exit(1)
	}
}

func hear(client *socketmode.Client, api *slack.Client) {
	for event := range client.Events {
		switch data := event.Data.(type) {
		case slack.SlashCommand:
			button := slack.NewButtonBlockElement("ask", "v", slack.NewTextBlockObject("plain_text", "Ask", false, false))
			client.Ack(*event.Request, map[string]any{"blocks": []slack.Block{
				slack.NewSectionBlock(slack.NewTextBlockObject("mrkdwn", "quiz "+data.Text, false, false), nil, nil),
				slack.NewActionBlock("", button),
			}})
		case slack.InteractionCallback:
			client.Ack(*event.Request)
			if data.Type == slack.InteractionTypeBlockActions {
				api.OpenView(data.TriggerID, form(data.Channel.ID))
			} else if data.Type == slack.InteractionTypeViewSubmission {
				name := data.View.State.Values["name"]["name"].Value
				channel := data.View.PrivateMetadata
				api.PostEphemeral(channel, data.User.ID, slack.MsgOptionText("hello "+name, false))
			}
		case slackevents.EventsAPIEvent:
			client.Ack(*event.Request)
			if mention, ok := data.InnerEvent.Data.(*slackevents.AppMentionEvent); ok {
				api.PostMessage(mention.Channel, slack.MsgOptionText("heard it", false))
			}
		}
	}
}

func form(channel string) slack.ModalViewRequest {
	plain := func(text string) *slack.TextBlockObject { return slack.NewTextBlockObject("plain_text", text, false, false) }
	input := slack.NewInputBlock("name", plain("Name"), nil, slack.NewPlainTextInputBlockElement(nil, "name"))
	return slack.ModalViewRequest{
		Type: "modal", Title: plain("Form"), Submit: plain("Send"), Close: plain("Cancel"), PrivateMetadata: channel,
		Blocks: slack.Blocks{BlockSet: []slack.Block{input}},
	}
}
