import { code } from '../text.ts';

/** What can happen to a promise or its agreement; the engine of the desk decides by these. */
export const eventKindCodes = [
  code('signed', 'imzalanıb', 'signed', 'وُقّع', 'امضا شد'),
  code('ratified', 'təsdiqlənib', 'ratified', 'صودق عليه', 'تصویب شد'),
  code('in-force', 'qüvvəyə minib', 'entered into force', 'دخل حيز النفاذ', 'لازم‌الاجرا شد'),
  code('meeting-held', 'görüş keçirilib', 'meeting held', 'عُقد اجتماع', 'نشست برگزار شد'),
  code('decided', 'qərar qəbul edilib', 'decision taken', 'اتُّخذ قرار', 'تصمیم گرفته شد'),
  code('progress', 'irəliləyiş bildirilib', 'progress reported', 'أُبلغ عن تقدم', 'پیشرفت گزارش شد'),
  code('delivered', 'yerinə yetirilib', 'delivered', 'نُفّذ', 'انجام شد'),
  code('extended', 'müddət uzadılıb', 'extended', 'مُدّد الأجل', 'تمدید شد'),
  code('withdrawn', 'geri götürülüb', 'withdrawn', 'سُحب', 'پس گرفته شد'),
  code(
    'condition-failed',
    'şərt artıq baş verə bilməz',
    'condition can no longer occur',
    'لم يعد الشرط ممكنًا',
    'شرط دیگر ممکن نیست',
  ),
  code('ended', 'qüvvədən düşüb', 'ended', 'انتهى', 'پایان یافت'),
];
