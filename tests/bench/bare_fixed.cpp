// Yardstick: bare_fixed BYTES [THREADS]. The libfcgi manual's threaded loop, answering BYTES fixed
// bytes on descriptor 0.
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include <fcgiapp.h>

int main(int argc, char** argv) {
  const int bytes = argc > 1 ? std::atoi(argv[1]) : 25000;
  const int threads = argc > 2 ? std::atoi(argv[2]) : 4;
  const std::string body(static_cast<std::size_t>(bytes), 'x');
  FCGX_Init();
  std::vector<std::thread> workers;
  for (int i = 0; i < threads; ++i)
    workers.emplace_back([&body] {
      FCGX_Request request;
      FCGX_InitRequest(&request, 0, 0);
      while (FCGX_Accept_r(&request) == 0) {
        FCGX_PutS("Status: 200\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", request.out);
        FCGX_PutStr(body.data(), static_cast<int>(body.size()), request.out);
        FCGX_Finish_r(&request);
      }
    });
  for (std::thread& worker : workers) worker.join();
  return 0;
}
