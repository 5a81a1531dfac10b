#include "modules/workers/converter/losses.h"

#include <string_view>

namespace portal::converter {
namespace {

struct Sentence {
  Loss loss;
  std::string_view before;  // the number stands between the two
  std::string_view after;
};

constexpr std::array<Sentence, static_cast<std::size_t>(Loss::Count)> kSentences{
    {{Loss::Header, "Đã bỏ chữ ở ", " đầu trang, chân trang."},
     {Loss::Comment, "Đã bỏ ", " lời bình bên lề."},
     {Loss::HiddenText, "Đã bỏ ", " đoạn chữ ẩn (người mở tệp bằng Word không thấy)."},
     {Loss::Change, "Bản có theo dõi sửa đổi: ", " chỗ thêm, xóa đã được nhận như bản cuối."},
     {Loss::Drawing, "Đã bỏ ", " hình vẽ (đường kẻ, khung, mũi tên…)."},
     {Loss::Chart, "Đã bỏ ", " biểu đồ hoặc sơ đồ; hãy chụp thành ảnh rồi chèn vào bài."},
     {Loss::Object, "Đã bỏ ", " tệp nhúng bên trong (bảng tính, tệp khác)."},
     {Loss::Macro, "Tệp có macro (", " phần); macro không được chạy và đã bị bỏ."},
     {Loss::OutsideLink, "Đã bỏ ", " phần mà tệp lấy từ nơi khác (khuôn mẫu, ảnh để ngoài tệp)."},
     {Loss::PictureFormat, "Đã bỏ ", " ảnh dạng EMF, WMF hoặc dạng khác mà trang không nhận; hãy lưu thành PNG rồi chèn lại."},
     {Loss::PictureMissing, "Đã bỏ ", " ảnh không còn trong tệp."},
     {Loss::Link, "Đã bỏ ", " liên kết không dùng được trên trang; chữ của liên kết còn nguyên."},
     {Loss::SymbolCharacter, "Đã bỏ ", " ký tự của phông ký hiệu hoặc ký tự ẩn."},
     {Loss::Look, "Màu chữ, tô nền không giữ (", " đoạn chữ)."},
     {Loss::Alignment, "Căn giữa, căn phải không giữ (", " đoạn)."},
     {Loss::Strike, "Gạch ngang chữ không giữ (", " đoạn chữ); hãy xem chữ đó có còn cần không."},
     {Loss::Nesting, "Có ", " chỗ lồng nhau quá sâu được đưa về một cấp."},
     {Loss::TextBox, "Chữ trong ", " hộp chữ được đưa vào bài, sau đoạn mà hộp chữ gắn vào."},
     {Loss::Note, "", " chú thích chân trang được đưa về cuối bài thành danh sách đánh số."},
     {Loss::Number, "Số tự động của ", " đoạn (Điều, khoản, điểm…) được gõ thành chữ."},
     {Loss::Equation, "", " công thức được giữ thành chữ; hãy xem lại."},
     {Loss::NestedTable, "", " bảng nằm trong bảng được chuyển thành đoạn văn."},
     {Loss::WideTable, "", " bảng rộng quá 100 cột được chuyển thành đoạn văn."},
     {Loss::PictureMoved, "", " ảnh nằm trong bảng, danh sách hoặc chú thích được đưa ra sau phần đó."},
     {Loss::Preview, "Không dựng được bản xem của tệp gốc (", " lần thử); hãy mở tệp gốc để so."}}};

constexpr bool is_ordered() {
  for (std::size_t i = 0; i < kSentences.size(); ++i)
    if (kSentences[i].loss != static_cast<Loss>(i)) return false;
  return true;
}
static_assert(is_ordered());

}  // namespace

std::vector<std::string> Losses::sentences() const {
  std::vector<std::string> all;
  for (const Sentence& sentence : kSentences) {
    const std::size_t met = count(sentence.loss);
    if (met == 0) continue;
    std::string& line = all.emplace_back(sentence.before);
    line += std::to_string(met);
    line += sentence.after;
  }
  return all;
}

}  // namespace portal::converter
