package io.amends.local;

import io.amends.local.command.DemoCommand;
import io.amends.local.command.DownCommand;
import io.amends.local.command.ResetCommand;
import io.amends.local.command.StatusCommand;
import io.amends.local.command.UpCommand;
import io.amends.local.process.Quiet;
import java.util.logging.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind {@code ./amends}. What goes wrong is told in one line that says what to do. */
@Command(
        name = "amends",
        description = "Runs Amends on this machine: Kafka, PostgreSQL, mail and the five services.",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            DownCommand.class,
            ResetCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Quiet.libraries(Level.OFF);
        System.exit(commandLine().execute(arguments.length == 0 ? new String[] {"help"} : arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println("amends: " + oneLine(problem));
                    if (System.getenv("AMENDS_DEBUG") != null) {
                        problem.printStackTrace(command.getErr());
                    }
                    command.getErr().flush();
                    return 1;
                })
                .setParameterExceptionHandler((problem, arguments) -> {
                    problem.getCommandLine()
                            .getErr()
                            .println("amends: " + oneLine(problem) + ". ./amends help lists what there is.");
                    return 2;
                });
    }

    private static String oneLine(Exception problem) {
        String message = problem.getMessage();
        return (message == null ? problem.toString() : message)
                .lines()
                .findFirst()
                .orElse("");
    }
}
