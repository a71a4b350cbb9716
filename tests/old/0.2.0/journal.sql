--
-- PostgreSQL database dump
--

\restrict UlX885zUVVc2cvQwx9ezJOsbBKxOw4jFSMTndgD8HyOQIjpCP2W8M8Wo9a0U1GI

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: about; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.about (
    schema integer NOT NULL
);


--
-- Name: about_schema_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.about_schema_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: about_schema_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.about_schema_seq OWNED BY public.about.schema;


--
-- Name: contents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.contents (
    reading integer NOT NULL,
    packed bytea NOT NULL
);


--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    seq integer NOT NULL,
    id text NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL,
    at text NOT NULL,
    who text NOT NULL,
    after text NOT NULL,
    fields text NOT NULL,
    hashes text NOT NULL
);


--
-- Name: events_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.events_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: events_seq_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.events_seq_seq OWNED BY public.events.seq;


--
-- Name: readings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.readings (
    number integer NOT NULL,
    read_at text NOT NULL,
    size integer NOT NULL,
    root text NOT NULL,
    lines bytea NOT NULL
);


--
-- Name: sightings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sightings (
    seq integer NOT NULL,
    code text NOT NULL,
    source text NOT NULL,
    submitted text NOT NULL,
    ordinal integer NOT NULL,
    seen_at text NOT NULL,
    nonce text NOT NULL,
    fingerprint text NOT NULL
);


--
-- Name: sightings_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.sightings_seq_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: sightings_seq_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.sightings_seq_seq OWNED BY public.sightings.seq;


--
-- Name: texts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.texts (
    event text NOT NULL,
    name text NOT NULL,
    nonce text NOT NULL,
    text text NOT NULL
);


--
-- Name: about schema; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.about ALTER COLUMN schema SET DEFAULT nextval('public.about_schema_seq'::regclass);


--
-- Name: events seq; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events ALTER COLUMN seq SET DEFAULT nextval('public.events_seq_seq'::regclass);


--
-- Name: sightings seq; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings ALTER COLUMN seq SET DEFAULT nextval('public.sightings_seq_seq'::regclass);


--
-- Data for Name: about; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.about VALUES (1);


--
-- Data for Name: contents; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.contents VALUES (1, '\x1f8b0800000000000003ed56cf8b1c4514fe579a3e67d87aaf7eef45349740f41273088410eae74cb3bb3d71a727184340f1281e245e44829b0d4b88b944e36987e0a143fe8ff12ff1d5ac1b67dcc6e025a8d9a119ea7df5de5755df575dd577eb76da8634abb7afd73a30095c08f43e288f3269703669c558b6a083a82fd4cc441199502c521e733223e61459f60622a089948292078d3c0596d12a154440013279611408844029496590c27b2ba2e71830070ce024932178c798a71462b6825b1b2371f31c3387e0344d0dc099c4cb5c92674a203341098fca319b0462d236080560a2a4140fd9109f26dc6bc8493bce94641645b6ce20a714cb11a2f75a62f4515b7ab28c0198882920978545c968d03866385708c2049d3c4d24b0688c9212ca40d22865b38ed932a7ad0edcc61c397346669945a214489cb344ca0a0bc180070729081d30c6e08d2dba44919145a242163cd3909c48e8a453c485813b4a09c67b8c5a7a0e2e2b2d58b41c182669b5c95ee9225d61cb4eeb109520d06a06494567ad4ee84519282886c8903be164a435fb94003289e0a34de442994b349e42618c568e1294b34a684b4a7b418695450b9b22d23cac5782e685d1641550929818126da0a2ae70919ccb41abe8c91c918c4c0220a6287848a6a8aba54ac29b045c7b212d93491aa653b49204c6628030c09d364e26e6c8dc14a98007e09e9a49a3af6f5ca867d3f9fe1ffb182e4fdc743473dd4df6a61f6c0163c59cf392f392f392ff7a099d035db377720ad0f9a6468c1eb8cacc3667db2bcad7a81942410ea18883a83d8b6aea1842810fa1c806517d16352336c0604630c040e820038a21940fa863691a43280c30d8110e32e0597d818dd8597d0985357dcb49ee9a586fdfade98e211baf2c8f8fba6ad21f34d56eff733ba6bab70f5d9ef4bfb4e37719235f02fe6bfc7827a162012f165ceb1f551faf0cbae2ee506689afcdfbc3b6bada1f9e026f21e1ff0114594591f5d272f15dd52d175f8509659d4727519147923ced7c77f7c2dfffd51727cbc58352f8b49af50f69f350f3fba6eaf65f3d73d5deaafdf29b57cf968b47a11a2f175f5357ff634b03f62faa9d6679fc6b5bb18d083622dc88f846243622b911a98d486f446623b29ba3ff653250dfb847d7d324a56e562ea87ffc7942355dd3eda67a9b4ed8e5f1a36991a9ab7efbfc7e75b13f9c93500456bb246253f966b9f8724eaa1d3f9daf74281f369f4ddb52fcfeac715b97a6372f4e9a9b1f356db12c4cf7f6e6a5f3c489497231edcf4eafd1baffb61d6f7dd01f54a17fbe76a654b7978b2faa6ed23f2cce14d76f918547a1e04755582e1e3baa28c74020fc49a8765617c37bf5c96df026dad542c68d6be98f56d6549fccef9094ddaaeb71d91d471b947c9d72b9f8a1fa945ed5b63f98ae7ae925ad3f7cf9a49d14fa9fc23a497db249ebfec1a959e3fef9adaa7f5117c33ad7cdff94c2cd76523c5dc0eb80af07623d90af03e2bab5dfdc761dc97cfdc63d0aa7bbb134698ca60dc599fadeef5582f7b151110000');
INSERT INTO public.contents VALUES (2, '\x1f8b08000000000000038590bf6ec23010c65fc5bab5a4f5d9899bf80990ba550c480855c131c412241271862ae209fa04dd2a106317c666f493e44d6a07063af5a6d3f7dd9fdf5d07555d29dd805c40aa92645da43a5e156cad78a63847c415cb040a8d1987e5049abadddfcaf1a5cceba8c9ed1bfd2ff009290dedd6ecaecd8c321121469cce50c83895ec791c9f9b0264070a43d1d47d19b275976a133cc582f63afc9c2d29ff3a3c38737722f3d61d2b3273c7f7518fc72943ff49ecd07fa8721493206e86fedb90266f6179f06b4badade7ea7c5e6f3dc122b018ff1890f7a834bba23e32160be40f944a7fd7e117b9983dcb45010000');
INSERT INTO public.contents VALUES (3, '\x1f8b08000000000000039591bf6ac33010c65f4568adddea8f25cb5ebb14b2a519022114597662836343ec0c21e4094a878ea514da842eed124aa77a54c97bf84d2a3985063a946a3a7df7bbef74a7152cca4225150c4750f9f14411c4452085e789982219611e13969084fb5c41070ac62513913fe1d48fe36812604a8522d88f50e42b4ae1d88155b9987f3be25e2a4bb792f515faebe0338c90e9f0ef12d3b1ce66877e0411ee22ee62364022a428ec2c0f6ae0226c556454d6bd5366310c5750615b7aa11f3390ebb7626a2a7aa97e2fa620fdd10caf88e5faedc7737d9c717e4b16a6161eea2db8ecacfa7269487b1f2ef4a60003bd59769cd7356f9b3b50b7cdb54a0d757cb3083348b1c873079ea76df36053afa0d24fc6d684f719a8e7fb9d04b32efebcddefda66abc0b46d6e4c4abf1470bc36d3a649529b25ad4c5ce666f0915d4166fe1e86870d61ec52344041e88990f8a79451cad909ea96b8fe020f35faa328020000');
INSERT INTO public.contents VALUES (4, '\x1f8b080000000000000385524d4b033110fd2b43ae5abbbbfd50f722ea45506fde444adc2e4de836d16e56d45250fc05a21791625544c4931fa706f110f17fc45fe264d5b25e348790372ff3e64d323d22a488e29484eb1b93249559770c14ef8ce3943749d8ebe389c5b1c2688ff8cb8cca524a55c3fb6ff965dff35c8ee22a89494896991d5d4b48cda5828f831358345719a82e0621b17ac061935b7d9441c78eee33f0c997997d295cf27cca6979493616196fac72c1908d64a793395264493249584c9b71377719f998614e45abbc60861099276066c821318fa2053b569f7350cc5c72783bb6fa0c22ab6f295e7b46366256df45d0660ecdb92ac1df5a872895bb6f712a70c376386c677b76f4aa72ea1694d537bf242b4549ab2f60d75c83304399b3556457deee0473f20f5151c4d135973c8036567ac582e6690bcc8b23eaff1915efd8b268597dc2f33e07634fee8f1555d9d7ebb98e69da8e9b3f5ec7a05a04b522f08bc039d94ca8683be1ad2edfa12a7633d5472893e6f778711c41bc187841bde4fba58ab7e6cd86d59930989eaa0641a5569ff0bc1047a8ff093fa82066af020000');


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events VALUES (1, 'shown-1', '', 'shown', '2026-11-30T09:48:27.346494+00:00', '', '', '{"reading": "1"}', '{}');
INSERT INTO public.events VALUES (2, 'shown-2', '', 'shown', '2026-11-30T09:48:27.415810+00:00', '', '', '{"reading": "2"}', '{}');
INSERT INTO public.events VALUES (3, 'shown-3', '', 'shown', '2026-11-30T09:48:27.484837+00:00', '', '', '{"reading": "3"}', '{}');
INSERT INTO public.events VALUES (4, 'shown-4', '', 'shown', '2026-11-30T09:48:27.549835+00:00', '', '', '{"reading": "4"}', '{}');
INSERT INTO public.events VALUES (5, 'c829172e4cd4d980594e81ba9212d002', 'g9mndyr2g9', 'measure', '2026-11-30T09:48:27.553050+00:00', 'lanhdao@vi-du.invalid', '', '{"title": "Thư xin lỗi", "date": "2026-10-05", "questions": "c1 c2", "communes": ""}', '{}');
INSERT INTO public.events VALUES (6, '61db637d80ac943b174bccbba5a6b4d7', 'g9mndyr2g9', 'measure', '2026-11-30T09:48:27.555847+00:00', 'lanhdao@vi-du.invalid', '', '{"person": "Văn phòng", "due": "2026-12-15"}', '{}');
INSERT INTO public.events VALUES (7, 'e36fd101dce8a526e50886e3efc20db5', '3z6qykdb6j', 'taken_up', '2026-11-30T09:48:27.794706+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (8, 'f82a0cd675ab8cb04c2c5d8952c0e187', 'rtg48djsvh', 'taken_up', '2026-11-30T09:48:27.798631+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (9, '0a4c2e137c66a42c8d515920ca7c022a', 'zk3j266ncu', 'taken_up', '2026-11-30T09:48:27.801270+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (10, '747f7f98cd87d096903182266e8e999f', '5pjmnh6pvn', 'taken_up', '2026-11-30T09:48:27.803839+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (11, '39581a77763dcae1d9dec926e7361e1b', 'm6fcszp6ph', 'taken_up', '2026-11-30T09:48:27.806200+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (12, '8a707f1c22951b90211397f44248dded', '7c9f3ykqrn', 'taken_up', '2026-11-30T09:48:27.808470+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (13, '7e740516a02a7321d229e86510e5801b', 'v7sfcugqck', 'taken_up', '2026-11-30T09:48:27.810978+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (14, '5ace536fd40cf103c485d410a106295e', 'mq2yqwnwwf', 'taken_up', '2026-11-30T09:48:27.813306+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (15, 'ed8c0f84130ad77c52e03d5a894e9c55', '3z6qykdb6j', 'changed', '2026-11-30T09:48:27.815635+00:00', 'canbo@vi-du.invalid', '', '{"cause": "Giải quyết trễ hẹn", "measure": "g9mndyr2g9"}', '{"note": "fd172d18b0dcdbaf2500b242df8a0f748eeb4ea33924d50b9b70db2d242628c3"}');
INSERT INTO public.events VALUES (16, '5670dea5a694783ff5efc1906a3b9909', 'rtg48djsvh', 'closed', '2026-11-30T09:48:27.819046+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "da-khac-phuc", "cause": "Khác"}', '{"done": "c61e4a0da95c1e6df18430490ce25a82ee0e675a3100663e560b254f7b43472c"}');
INSERT INTO public.events VALUES (17, 'c239753017200b08a9820cbbc49d1c78', 'zk3j266ncu', 'closed', '2026-11-30T09:48:27.821631+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "da-tra-loi", "cause": "Khác"}', '{"done": "19b32c587313a66a971918d94e43bfa74138095e1fe5e3d26729dcf18292e490"}');
INSERT INTO public.events VALUES (18, '1cec6e265e89b7553a7269f7dcd4dc5d', '5pjmnh6pvn', 'closed', '2026-11-30T09:48:27.825060+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "khong-du-thong-tin", "cause": "Khác"}', '{"done": "161a14be10a30827667aea19bc16867d7454185723a38ef7c5504ca8b8d2fac4"}');
INSERT INTO public.events VALUES (19, '94b50f6861c1f6ec5fed8dda24f34992', 'm6fcszp6ph', 'closed', '2026-11-30T09:48:27.827768+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "chuyen-co-quan-khac", "cause": "Khác"}', '{"done": "15c8274d7c5fb9e5c82be1a44b5d7423388c192015791ba0c4636275ac70a560"}');
INSERT INTO public.events VALUES (20, 'b0f33b86ccba2e2356b3baa414dc59ce', '7c9f3ykqrn', 'closed', '2026-11-30T09:48:27.830304+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "trung", "cause": "Khác", "duplicate_of": "3z6qykdb6j"}', '{"done": "9aa5e4bf8f6c1079ba54b6c0fcf66cd650dbf072b9645d8847380f2aceb10ffd"}');
INSERT INTO public.events VALUES (21, 'cf4c06ca1ab91b81fc0e26e12b13ed62', 'rtg48djsvh', 'reopened', '2026-11-30T09:48:27.832894+00:00', 'canbo@vi-du.invalid', '', '{}', '{"note": "e9863a7af02d47758a43421bee4e74907800eccdef7112337c4f47297dad37f2"}');
INSERT INTO public.events VALUES (22, 'f451332ebd7fbaf71364867198f818a3', 'v7sfcugqck', 'held', '2026-11-30T09:48:27.835558+00:00', 'lanhdao@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (23, 'f42833b2921e024c84412482286c480f', 'mq2yqwnwwf', 'held', '2026-11-30T09:48:27.837717+00:00', 'lanhdao@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (24, 'a671f5f23940442c6afda758af5cec11', 'mq2yqwnwwf', 'released', '2026-11-30T09:48:27.839870+00:00', 'lanhdao@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (25, '0422a81e31ac0f3200d62bc406063d1f', 'wtgh3cm8sd', 'taken_in', '2026-11-30T09:48:27.842250+00:00', 'canbo@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (26, '3f90dd9799997863842cdcfa98a71a59', 'zk3j266ncu', 'approved', '2026-11-30T09:48:27.844633+00:00', 'canbo@vi-du.invalid', '', '{}', '{"excerpt": "c01f163d7fcdc4f7a521130deb7de208056684c79a35891283ec74d470163550"}');
INSERT INTO public.events VALUES (27, '421a76aa385f00f852ceefd47ff039fc', '5pjmnh6pvn', 'approved', '2026-11-30T09:48:27.847015+00:00', 'canbo@vi-du.invalid', '', '{}', '{"excerpt": "8881cdf7b7121e338ff7357eb6377389431afea06b74f4477411164c7f7d978a"}');
INSERT INTO public.events VALUES (28, '0caafaf2a4f09fa5c6113f6660f5469e', '5pjmnh6pvn', 'withdrawn', '2026-11-30T09:48:27.849912+00:00', 'canbo@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (29, 'acc217eec2a2c87e1c63ac0bc991ab6f', 'm6fcszp6ph', 'unmasked', '2026-11-30T09:48:27.852489+00:00', 'canbo@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (30, '607b79dfc47234c9fd8c6478bdea5d6d', '', 'exported', '2026-11-30T09:48:27.854970+00:00', 'canbo@vi-du.invalid', '', '{"what": "cases", "rows": "12"}', '{}');
INSERT INTO public.events VALUES (31, '049faabba25589411e9e840fdbe74078', '', 'notified', '2026-11-30T09:48:27.857571+00:00', '', '', '{"day": "2026-11-30"}', '{}');
INSERT INTO public.events VALUES (32, 'd0224135f8fc431638385791cc157e15', 'finding-23', 'explained', '2026-11-30T09:48:27.860333+00:00', 'lanhdao@vi-du.invalid', '', '{}', '{"note": "c94dff29efc1ef1d671f56effa7c89d390fe604fa721393c835829d6634d7bd4"}');
INSERT INTO public.events VALUES (33, '781eb4adfbcad4d65a0ad9dd3b6d144e', '', 'erased', '2026-11-30T09:48:27.863336+00:00', '', '', '{"rows": "1"}', '{}');


--
-- Data for Name: readings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.readings VALUES (1, '2026-11-30T09:48:27.224613+00:00', 20, 'b023ea6f4a8b3ac85a832e81c9798f965a07e05080d2e06d4e9cc73f0028cf6e', '\x789c3d944d6e6b4b0884e7671577034fa21b1a9ae5340d384a142bb113e767f58f0cec8165cb3ac650f5557d5e4ee7af419b3eff5d23cefffefbd77b6fb9da843d3b00f44e9dc547db0d76930d5d875843cb50f118933843847990a62fcde3f53a4ecbcf2f2f781fb978b58dbc5d31509a8c1d36eb2b8b41dda78d002398462d51c3b50d2571278abe90188ecbe5f2fbfd7d392dbd8f246ad83ba322b7608fae1b56c36dbb8d31a6b536db0ad80b66d79819e1698b527ceb0e5cc7eb9bbdfde0edfdc31e23b14ddc73eb5a3813a0859975eecc0bd772d7956cc64a8d88eb9c390628fadfff2577e5e3f9b4e5c52d5f6ef79160320c38694d95d6687acea5ab45bd703aa83192ac6693892096b6ce435a2941be09f5f876b3577de2cf9ffb48b4bd29d017a868645278930e1dc5657764aca3075876172700474c28c16147fd6ba779dce259bf4fa7b38dfbc81c8eb204a3898c0509e9c175e5acfb97cdb24465858e7ac449376e225c1cbe889d33fdb87c7e5f3ffd8afbfd3ed263f92c682c6264c946b50203292f12eb5beb006c6cc3ebf3e031a8f532a5bc993eb50f385ebe67fac7edfa757a68599cb1cf5dc44136c23e62412f695bcb81e0b63a44c9e9109336d745cbbcc4a9eb33b1e771d1d3f3d3edf5e7edfbc1e56a2378ed2491b2121779a842582fa5143480cb0bacd3a7209af396821f210d521bcb713a7febe78f3e3dffde4772d62f1698d232e82540113aacb1a33b07c3acf1ea8dea091b545e1701b3d98e69c9b5f2f1f5717ac2fd3aaffed8b2548a98be7124316b693fb69a94379d2c5ad1d7b6b76e33662bf9c44a93c2440be261731eafeffde7fdebfcf595f791da576065ace95c42d065b064df6e5879d12c2d7a8bdab6321a9c3801d6eaa1b4658a2fb4e326d7dc9fa7f7fdf2e0b27b895e0cdb841c5162556c384c68ce9ebb82396961df3396b42ecd112aa24c1d4808890ed99af8f3f27e39df47ca1fb1590968ab2857c61584c50808cbc4466615d582bcb2d313b3d223caf5ac67d01a64c72be7befebef1dbd3634b21afe429136ccf22b9939760e0e54194250d359770babb545ff5310bae18d09db24bcc63bc3dbf9e9ff8edf6d8b22da6d54dffd8887a1fbba23752475b803b53a2941053dcd568552f456c07c3d62779355e3b7e5ff0b94ae6bc1f15acd88cba268730c0ac0d68bb40514cb2ebda9625b256cc71acca6935d68005a52e17715502c7e5e3545df37cbd3d0e4f1fd2bd106bad72f667252c878c0eac7ddba8be302e4d048b6dff13c8610878f50a3a801ef8cbef3fd56efcfce84b5e05e45e29abeb8c6a59298f9bb6a26443d9e5b520978c5a15cf0510d72f0acab00d6538fe0fcf3fd7e9');
INSERT INTO public.readings VALUES (2, '2026-11-30T09:48:27.353365+00:00', 21, 'd08057485c8eddfa8b23d29b55d3838e10cb2966fb0107332105bc8313644295', '\x789c05c1c10d80300800c055ba80491128308e203c1b8d698cdb7bb7dfdf317dbdd76a4fe66c5b43ade28e40c063a44908909041b2a85895ba6b4477738642ec4cc1479793c18028ec07ea5416d5');
INSERT INTO public.readings VALUES (3, '2026-11-30T09:48:27.422356+00:00', 24, '1d19adcf4c554cb8893d3fb559247f16a2f79fb84a3b280e025c6cba6369e76f', '\x789c25cc4b6a03310c00d07d4ee10b04ac9fe5398e2c4ba109a58ca709434edf40f78fb7d67a9fe7bad956627efdc62c0ea5312466af144c36c9892136576d104984d380376fea3a24b00320488d1410e6dcacf385763dee7bcfc3cbf7cfeb93aee7793ce741be979120eed2c46ae78051476ba392aaf410cd3972ce8652851301d1d41cad0b8198b1185dee37d7c7873d5e65c57f7f2dd73fb1ce3ba3');
INSERT INTO public.readings VALUES (4, '2026-11-30T09:48:27.489945+00:00', 24, '1d19adcf4c554cb8893d3fb559247f16a2f79fb84a3b280e025c6cba6369e76f', '\x789c030000000001');


--
-- Data for Name: sightings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sightings VALUES (1, 'urgnw54c4u', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-01T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'd66b935f5ea115056726f2c2942e0c32', '5cb834f8000f8b7f8c2eec3969ef794993328c4da8dd173732f583ea8dfbcb31');
INSERT INTO public.sightings VALUES (2, 'ms5gadnkk3', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-08T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'fd203b8b725c68636e21013a9b5b5084', 'df0a55f6d987db8e5a7309ec017ace2351ca0e3454795e0f980bb46bd1db4f9d');
INSERT INTO public.sightings VALUES (3, 'rrrzxxrga9', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-15T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '733c4c376ec469b962ad1f00e9a377dc', 'df1d64134b2b9c01bfee27606fb0160e3240a1b02c63e1bf0f58f2bb473546bf');
INSERT INTO public.sightings VALUES (4, 'mpbpy3vqtb', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-22T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '397621bebf01ad534e19ad63f16f29bb', 'e6041c8d16ab6661e7c4dbe78ded076ecede181d7c018ee11bfa2712f11ebe8e');
INSERT INTO public.sightings VALUES (5, 'jgc7kdbfkv', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-29T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '4a7b8fa6269b8aebfdd9513fcd61166a', 'a6d8e847d99571f6680332efdef585821047a2552c250653c6f8dd7946bab59f');
INSERT INTO public.sightings VALUES (6, 'xdbbm9h6uy', '1Khao-sat_0000000000000000000000000000000001/100', '2026-07-06T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'bfac0ddf0f4573bb29e253bdb6bf727c', '825b59d2e967f202432634c4977ed4af21e397e3277615e8d9cc8b41dcf75eb1');
INSERT INTO public.sightings VALUES (7, 'vej9xggnb5', '1Khao-sat_0000000000000000000000000000000001/100', '2026-07-13T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '370320d3c222ac57abcf0ee65faa178a', '719cfb02d2eea86df32429bfdb2eb310bbe177b1257582b99d541e64df0771be');
INSERT INTO public.sightings VALUES (8, 'ruxsuds3cq', '1Khao-sat_0000000000000000000000000000000001/100', '2026-07-20T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'd96a71884273e9e563e733fe5ea46383', 'd3f1844d70650a0224b3806d164c891a8984ca9006e34ee7630a661145cedea4');
INSERT INTO public.sightings VALUES (9, 'kx8fdtvswg', '1Khao-sat_0000000000000000000000000000000001/100', '2026-07-27T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'f3d95cef7033bc44fdd6bfaffc135bd2', 'f3fe11f3be9febf631c609eab843200bcd2e2eeafef84c587b7fcdd876251ff4');
INSERT INTO public.sightings VALUES (10, 'r9gjhvmypx', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-03T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '642c0efb65a5b147c99b7706d2a74516', '79157ac59b73887a15a7ae4d91365d9cd874edd12852837aa68fa49d57f82b3a');
INSERT INTO public.sightings VALUES (11, 'gnx9uy9hjz', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-10T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'f8a9c6a7a0555d2a0b6e11df556f83aa', '0ee9349078cadf530910700eba4c735862e8986b785b71e67b52e6cd78b14345');
INSERT INTO public.sightings VALUES (12, 'wtgh3cm8sd', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-17T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '1cbc4af97df9d1bd376e24c79cd127d7', '1f1734e24eeebb74c7fbce5d4d7631b486b20051ecc6965a0b37e01b8bc0ef42');
INSERT INTO public.sightings VALUES (13, 'mq2yqwnwwf', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-24T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'bbab020bb112a640335a99c526385ae8', '32fc000ac989944f506aee489444aa666cd223a7ca6492697bdbbda9af5f004e');
INSERT INTO public.sightings VALUES (14, 'v7sfcugqck', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-31T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'c1ea39348455b29074915b2b3e3d02a5', 'fc73920213605c66735af3da51fafaeef6b60795b775d81d8495802a5394439b');
INSERT INTO public.sightings VALUES (15, '7c9f3ykqrn', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-07T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '57c9d06085b1f8af4fca4e3e32c51781', '3f385ebf9ead39ec78e3f14fc277569fc6d71a37cb313692f62f330e9d1622af');
INSERT INTO public.sightings VALUES (16, 'm6fcszp6ph', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-14T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '4f9b385d5b148d5c31e75d0c15681d3f', 'd563bff76c8c084e3549a4a5022d5024cbf8d04190337f8e12e147298788a3de');
INSERT INTO public.sightings VALUES (17, '5pjmnh6pvn', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-21T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'f807c8d904ebcf58a880e72041cd6233', '2056b891d53153da004db442306a38ad421036516d0b334f3848acf4b1b3fcbf');
INSERT INTO public.sightings VALUES (18, 'zk3j266ncu', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-28T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'e50728543b10faa59332a0e8835af3eb', '9f4d0a406d0abb1ddc23f337903a3dcec08f84469393564bf48891ed4d082ed5');
INSERT INTO public.sightings VALUES (19, 'rtg48djsvh', '1Khao-sat_0000000000000000000000000000000001/100', '2026-10-05T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', '07363d9f7f877de77343628e0d78b9cd', 'b8cb314e9f8cdfe289ce3b61c1387138bde9156fc89a0f9df5c1fde273cbbd1e');
INSERT INTO public.sightings VALUES (20, '3z6qykdb6j', '1Khao-sat_0000000000000000000000000000000001/100', '2026-10-12T08:30:00', 0, '2026-11-30T09:48:27.329543+00:00', 'e2c57c0505109450f174dc2e9c453271', 'ca485448cd99903543c4bc3fe7872dda92d29a808072dbbc49e86fcd4dd325d5');
INSERT INTO public.sightings VALUES (21, '2qyanbuwpu', '1Khao-sat_0000000000000000000000000000000001/100', '2026-11-30T16:48:27', 0, '2026-11-30T09:48:27.402677+00:00', '4407cd4285359e7d971ec3154a74fc21', 'e5198951aa75fdf810845dbd1f6e2f3a147941793f451bc2dcd77c0e012c7358');
INSERT INTO public.sightings VALUES (22, '3q7sjq8fsc', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-01T08:00:05', 0, '2026-11-30T09:48:27.471554+00:00', '88637af20a307107dda2d81cca4441aa', 'f5f6a6dac941340d76f3f23af1c95e47d935e969a079c3cb64a3b029d322b3d6');


--
-- Data for Name: texts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.texts VALUES ('5670dea5a694783ff5efc1906a3b9909', 'done', 'f630a5551365b7f95f644162d93a8f2b', 'Đã xong da-khac-phuc.');
INSERT INTO public.texts VALUES ('c239753017200b08a9820cbbc49d1c78', 'done', 'f4ff1703f717ee7d326200821dad15ef', 'Đã xong da-tra-loi.');
INSERT INTO public.texts VALUES ('1cec6e265e89b7553a7269f7dcd4dc5d', 'done', '55a9faedded71ec3aca59d3255cae8e3', 'Đã xong khong-du-thong-tin.');
INSERT INTO public.texts VALUES ('94b50f6861c1f6ec5fed8dda24f34992', 'done', 'bd91e6bc3fb2302aed4170f3ad5ae3d9', 'Đã xong chuyen-co-quan-khac.');
INSERT INTO public.texts VALUES ('b0f33b86ccba2e2356b3baa414dc59ce', 'done', 'e6a1e609ee76d35047018bb4e922ee43', 'Đã xong trung.');
INSERT INTO public.texts VALUES ('cf4c06ca1ab91b81fc0e26e12b13ed62', 'note', '7d9bf8ccda3c774c696697eb0ca56054', 'Làm lại.');
INSERT INTO public.texts VALUES ('3f90dd9799997863842cdcfa98a71a59', 'excerpt', 'b4c46d01b87ebabb0ac12110e8675168', 'ý kiến');
INSERT INTO public.texts VALUES ('421a76aa385f00f852ceefd47ff039fc', 'excerpt', '8aee9b1ea004025920006347ddba435f', 'ý kiến');
INSERT INTO public.texts VALUES ('d0224135f8fc431638385791cc157e15', 'note', 'ec83604ff47c1eb88851010450572b83', 'Người dân gửi nhầm.');


--
-- Name: about_schema_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.about_schema_seq', 1, false);


--
-- Name: events_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.events_seq_seq', 33, true);


--
-- Name: sightings_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.sightings_seq_seq', 22, true);


--
-- Name: about about_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.about
    ADD CONSTRAINT about_pkey PRIMARY KEY (schema);


--
-- Name: contents contents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (reading);


--
-- Name: events events_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_id_key UNIQUE (id);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (seq);


--
-- Name: readings readings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.readings
    ADD CONSTRAINT readings_pkey PRIMARY KEY (number);


--
-- Name: sightings sightings_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_code_key UNIQUE (code);


--
-- Name: sightings sightings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_pkey PRIMARY KEY (seq);


--
-- Name: sightings sightings_source_submitted_ordinal_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_source_submitted_ordinal_key UNIQUE (source, submitted, ordinal);


--
-- Name: texts texts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.texts
    ADD CONSTRAINT texts_pkey PRIMARY KEY (event, name);


--
-- Name: ix_events_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_events_subject ON public.events USING btree (subject);


--
-- PostgreSQL database dump complete
--

\unrestrict UlX885zUVVc2cvQwx9ezJOsbBKxOw4jFSMTndgD8HyOQIjpCP2W8M8Wo9a0U1GI

