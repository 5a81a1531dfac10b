// portal workflow: prints docs/workflow.md from the transition table.
#include <CLI/CLI.hpp>
#include <iostream>

#include "commands.h"
#include "shared/workflow/transition.h"

namespace portal::cli {

void add_workflow(CLI::App& app, Run& run) {
  app.add_subcommand("workflow", "in bảng quy trình (nội dung của docs/workflow.md)")->callback([&run] {
    run = [] {
      std::cout << workflow::describe_workflow();
      return 0;
    };
  });
}

}  // namespace portal::cli
