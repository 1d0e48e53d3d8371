import type { session as english } from '../en/session.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of signing in and out, in Azerbaijani. */
export const session: Sentences<typeof english> = {
  'session.title': 'İnzibatçı kimi daxil olun',
  'session.text':
    'Yazmaq hüququ inzibatçı nişanını bilən şəxsdədir. Nişan məlumat qovluğundakı “admin-token” faylında və ya serverin ayarında yazılıb.',
  'session.token': 'İnzibatçı nişanı',
  'session.help': 'Yalnız bu pəncərədə saxlanır və pəncərə bağlananda silinir.',
  'session.signIn': 'Daxil ol',
  'session.signOut': 'Çıx',
  'session.cancel': 'İmtina et',
  'session.checking': 'Yoxlanılır',
  'session.who': 'İş görən: {name}',
  'session.acting': 'Yazdıqlarınız {name} adı ilə qeyd olunur.',
  'session.lapsed': 'Server işlədilən nişanı daha qəbul etmir. Yenidən daxil olun.',
  'session.wrong.empty': 'Nişanı daxil edin.',
  'session.wrong.refused': 'Server bu nişanı tanımır. Bütöv köçürüldüyünü yoxlayın.',
  'session.wrong.unreachable': 'Server nişanı yoxlaya bilmədi. Yenidən sınayın.',
};
