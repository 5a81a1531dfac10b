// portal workflow: prints docs/workflow.md from the transition table.
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "shared/workflow/transition.h"

namespace portal::cli {

void add_workflow(CLI::App& app, Settings& settings, Run& run) {
  app.add_subcommand("workflow", "in bảng quy trình (nội dung của docs/workflow.md)")->callback([&settings, &run] {
    run = [&settings] {
      const std::string text = workflow::describe_workflow();
      std::cout << (settings.json ? nlohmann::json{{"markdown", text}}.dump() + "\n" : text);
      return 0;
    };
  });
}

}  // namespace portal::cli
