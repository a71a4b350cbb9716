"""What offices of ten languages put into their forms, and how Google writes a time there."""

import dataclasses
from collections.abc import Sequence


@dataclasses.dataclass(frozen=True)
class Office:
    time: str
    written: str  # a time, in the fields of test_languages
    rated: str
    scale: Sequence[str]  # best first
    harm: str  # a question whose yes is bad; three say yes
    yes_no: tuple[str, str]
    boxes: tuple[str, Sequence[str]]  # the last option holds a comma
    grid: tuple[str, Sequence[str], Sequence[str]]  # stem, rows, scale
    bare: str  # a scale of numbers, of which nobody says where good is
    comment: tuple[str, str]
    persons: Sequence[str]  # asks for a name and a phone
    name: str


OFFICES = {
    "id": Office(
        "Stempel waktu",
        "{0:%d/%m/%Y} {h}.{0:%M.%S}",
        "Seberapa puas Bapak/Ibu dengan pelayanan kami?",
        ["Sangat puas", "Puas", "Cukup puas", "Kurang puas", "Tidak puas"],
        "Apakah ada pungutan liar?",
        ("Ya", "Tidak"),
        ("Layanan yang digunakan", ["KTP", "Kartu keluarga", "Akta kelahiran, kematian"]),
        (
            "Nilai petugas",
            ["Kecepatan", "Keramahan"],
            ["Sangat sesuai", "Sesuai", "Cukup", "Kurang sesuai", "Tidak sesuai"],
        ),
        "Beri nilai untuk gedung",
        ("Kritik dan saran", "Tolong tambah kursi nomor {}"),
        ["Nama lengkap", "Nomor HP"],
        "Budi Santoso {}",
    ),
    "th": Office(
        "ประทับเวลา",
        "{d}/{m}/{buddhist}, {h}:{0:%M:%S}",
        "ความพึงพอใจต่อการให้บริการ",
        ["พึงพอใจมากที่สุด", "พึงพอใจมาก", "พึงพอใจปานกลาง", "พึงพอใจน้อย", "พึงพอใจน้อยที่สุด"],
        "ท่านเคยถูกเรียกสินบนหรือไม่",
        ("เคย", "ไม่เคย"),
        ("บริการที่ใช้", ["บัตรประชาชน", "ทะเบียนบ้าน", "ใบเกิด, ใบตาย"]),
        ("ประเมินเจ้าหน้าที่", ["ความรวดเร็ว", "ความสุภาพ"], ["ดีมาก", "ดี", "พอใช้", "แย่", "แย่มาก"]),
        "ให้คะแนนอาคาร",
        ("ข้อเสนอแนะ", "ขอเก้าอี้เพิ่ม ตัวที่ {}"),
        ["ชื่อ-นามสกุล", "เบอร์โทรศัพท์"],
        "สมชาย ใจดี {}",
    ),
    "fr": Office(
        "Horodateur",
        "{0:%d/%m/%Y %H:%M:%S}",
        "Êtes-vous satisfait(e) de l’accueil ?",
        [
            "Très satisfait(e)",
            "Plutôt satisfait(e)",
            "Ni satisfait(e), ni insatisfait(e)",
            "Plutôt insatisfait(e)",
            "Pas du tout satisfait(e)",
        ],
        "Vous a-t-on demandé un pot-de-vin ?",
        ("Oui", "Non"),
        ("Services utilisés", ["Passeport", "Carte grise", "Naissance, mariage"]),
        (
            "Notez le guichet",
            ["Rapidité", "Politesse"],
            ["Très bien", "Assez bien", "Moyen", "Médiocre", "Très mauvais"],
        ),
        "Notez le bâtiment",
        ("Commentaires", "Ajoutez la chaise numéro {} svp"),
        ["Nom et prénom", "Téléphone"],
        "Jean Martin {}",
    ),
    "es": Office(
        "Marca temporal",
        "{0:%Y/%m/%d} {h12}:{0:%M:%S} {half_es} GMT-6",
        "¿Qué tan satisfecho(a) está con la atención?",
        [
            "Muy satisfecho/a",
            "Satisfecho/a",
            "Ni satisfecho/a ni insatisfecho/a",
            "Insatisfecho/a",
            "Muy insatisfecho/a",
        ],
        "¿Le pidieron un soborno?",
        ("Sí", "No"),
        ("Trámites realizados", ["Pasaporte", "Licencia", "Acta de nacimiento, de boda"]),
        (
            "Califique al personal",
            ["Rapidez", "Amabilidad"],
            ["Excelente", "Bueno", "Regular", "Malo", "Pésimo"],
        ),
        "Califique el edificio",
        ("Comentarios", "Pongan la silla número {} por favor"),
        ["Nombre completo", "Teléfono"],
        "Juan Pérez {}",
    ),
    "pt": Office(
        "Carimbo de data/hora",
        "{0:%d/%m/%Y %H:%M:%S}",
        "Qual a sua satisfação com o atendimento?",
        ["Muito satisfeito", "Satisfeito", "Neutro", "Insatisfeito", "Muito insatisfeito"],
        "Pediram-lhe suborno?",
        ("Sim", "Não"),
        ("Serviços usados", ["Passaporte", "Carteira", "Certidão de nascimento, de óbito"]),
        (
            "Avalie o balcão",
            ["Rapidez", "Cortesia"],
            ["Ótimo", "Bom", "Razoável", "Ruim", "Péssimo"],
        ),
        "Avalie o prédio",
        ("Sugestões", "Coloquem a cadeira número {} por favor"),
        ["Nome completo", "Telefone"],
        "João Silva {}",
    ),
    "de": Office(
        "Zeitstempel",
        "{0:%d.%m.%Y %H:%M:%S}",
        "Wie zufrieden sind Sie mit der Beratung?",
        [
            "Sehr zufrieden",
            "Eher zufrieden",
            "Weder zufrieden noch unzufrieden",
            "Eher unzufrieden",
            "Sehr unzufrieden",
        ],
        "Wurde Schmiergeld verlangt?",
        ("Ja", "Nein"),
        ("Genutzte Dienste", ["Reisepass", "Meldung", "Geburt, Heirat"]),
        (
            "Bewerten Sie den Schalter",
            ["Tempo", "Höflichkeit"],
            ["Sehr gut", "Gut", "Mittelmäßig", "Schlecht", "Sehr schlecht"],
        ),
        "Bewerten Sie das Gebäude",
        ("Anmerkungen", "Bitte Stuhl Nummer {} aufstellen"),
        ["Vor- und Nachname", "Telefon"],
        "Hans Müller {}",
    ),
    "ru": Office(
        "Отметка времени",
        "{0:%d.%m.%Y} {h}:{0:%M:%S}",
        "Насколько Вы удовлетворены обслуживанием?",
        [
            "Полностью удовлетворён",
            "Скорее удовлетворён",
            "Нейтрально",
            "Скорее не удовлетворён",
            "Совершенно не удовлетворён",
        ],
        "Требовали ли с Вас взятку?",
        ("Да", "Нет"),
        ("Какие услуги Вы получали", ["Паспорт", "Прописка", "Рождение, брак"]),
        (
            "Оцените сотрудников",
            ["Скорость", "Вежливость"],
            ["Отлично", "Хорошо", "Удовлетворительно", "Плохо", "Очень плохо"],
        ),
        "Оцените здание",
        ("Ваши пожелания", "Поставьте, пожалуйста, стул номер {}"),
        ["ФИО", "Номер телефона"],
        "Иванов Иван {}",
    ),
    "ja": Office(
        "タイムスタンプ",
        "{0:%Y/%m/%d} {half_ja}{h12}:{0:%M:%S} GMT+9",
        "窓口の対応に満足していますか",
        ["非常に満足", "やや満足", "どちらとも言えない", "やや不満", "非常に不満"],
        "賄賂を求められましたか",
        ("はい", "いいえ"),
        ("利用したサービス", ["旅券", "住民票", "出生, 婚姻"]),
        ("職員の評価", ["速さ", "丁寧さ"], ["とても良い", "良い", "ふつう", "悪い", "とても悪い"]),
        "建物の評価",
        ("ご意見", "椅子を{}脚増やしてください"),
        ["お名前", "電話番号"],
        "山田太郎{}",
    ),
    "zh": Office(
        "时间戳记",
        "{0:%Y/%m/%d} {h12}:{0:%M:%S} {half_zh} GMT+8",
        "您对窗口服务是否满意？",
        ["非常满意", "比较满意", "一般", "不太满意", "非常不满意"],
        "是否有人向您索贿？",
        ("是", "否"),
        ("办理的业务", ["护照", "户口", "出生, 结婚"]),
        ("评价工作人员", ["速度", "礼貌"], ["很好", "较满意", "还可以", "较差", "很差"]),
        "给大楼打分",
        ("意见和建议", "请增加第{}把椅子"),
        ["姓名", "手机号"],
        "王小明{}",
    ),
    "ko": Office(
        "타임스탬프",
        "{0:%Y}. {m}. {d} {half_ko} {h12}:{0:%M:%S}",
        "민원 서비스에 얼마나 만족하십니까?",
        ["매우 만족", "만족", "보통", "불만족", "매우 불만족"],
        "뇌물을 요구받은 적이 있습니까?",
        ("네", "아니요"),
        ("이용한 서비스", ["여권", "주민등록", "출생, 혼인"]),
        ("직원 평가", ["속도", "친절"], ["매우 좋음", "좋음", "보통", "나쁨", "매우 나쁨"]),
        "건물 점수",
        ("건의 사항", "의자 {}개를 더 놓아 주세요"),
        ["성명", "전화번호"],
        "김철수{}",
    ),
}
