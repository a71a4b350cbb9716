--
-- PostgreSQL database dump
--

\restrict vo4o4TV4GjD2Lpb1B16Tyb2Ynb1Xlydh37U44JENC3dALp66vfXuaUboKiu76VM

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

INSERT INTO public.contents VALUES (1, '\x1f8b0800000000000003ed564d6f1c4510fd2ba339db727f7ff882c09748814bc821526459d5d5ddde91ed59e39d8d0891251047c401850b4211492c2b0ab904c2c9ab88c344f91fcb2fa17a8d8d178f88b84440bc5aed4ebdae7addf55e6ff7deabdb718b6952afdfae9994e033a8e012046f55364a81b38e9994924253afd44ce96cb4979e3b2e7df6d11a9500b3e53168e605a538e92317d16304c98c4d3e088e5ec8c0b8800c9c528208ce1b342c68e783533c4449e54283cc116c613189d1e44a4804a310a3a25c9bb9f20c4da685528aa6f494836529c718e9d1ba0c4c64ed525499958950472fa28320448c59e7645cd242a71893f69c3b4a894940ca29d304c93a174158309a4519a91161b0a464e72c20b1382653285f3cc9e8ad1656f29c2945302ac318928b1e54965609543a7890911b2562598b0581964b61043a5aaf079db93532f988cc722813a9a800b4f23aa257922338e0892197a40bb54e29d2650799258c8c3b1d99242203168da54971219da312eada277249282323925739649749e4b83080390d225a6f84209f64c85a59e6bc94266967172c1945e210b9162a04a41d801203099813575cb2402940054c4270200da9a12c77120c0aae248ac04b8af76427f9421d92e0399ae89893d95273002e145d24e96938e9c54420a58c749e56248bed4251134517648c11934f082229491bce23a0321c393781d59b2bf5643c3df8631ff3eb2318af4ea0db626f7af135ce8aac572557255725fff9123a07ba66eff414a023d9ac327af39bccad4bb6bea03c47dd10caf5102ac420ea2fa3960686502e8750c106517b1975ab6c80c1adf20106420719841a42e5803a9e963184f20106bf2a0619c4657d395b6597f525945fd0b79ce4d0c47afd5e8dbcd878637e72dc55a3fe6153edf63fb7db54f7f6a1eba3fe9776fb5dc6c81714ff1a3fde49a858208b05b7faa3eae3854137e02e6596f8d6b47fdc5637fbc767c05b48f87f0045565564bd369f7d5775f3d95738a2acabe8342af26892a79deeeeaefcfd47bd319acf1e94c267d5a47f449b871ebf6faaeee0f573a8f616cfafbe79fd7c3e3bc26a7b3efb9a86fa1f5b9ab07f59ed34f3935fdb8a2d457c29124b915c8ad452a49722b314d9a5c82d457e79f6bf2c86d79b87743d8d52ea26e582fac77f4fa8a66bbadd54afd3093b3f391a1799baeab7cfef571bfde329094560b54b22365568e6b32fa7a4dac9b3e94287f2c7e6b3715b8adf9f34b0766dbcb5316ab63e6ada62198ef7f6a665f0d4895182980e2667d768dd7fdb6eaf7dd03facb07f71e14ca9eecc675f54dda87f549c29aeef9385c758f0e30ae7b3274015e51840c29f62b5b3b818deab4f6f8337d12e1ad96ea0a50feaaca93e99de2529bbc5d093b23b8e9728e545caf9ec87ea53faa9b6fdc3f162947ea4f587af9eb6a342ff135e24a94f3769dd3f38336bbb7fb15ff52feb625807ddf44f2960b293e25903e781bc18a88b813e0f886bffa0b9031dc97c7bf390c2f16e2c8f3447d36271a63efc1d85baefba51110000');
INSERT INTO public.contents VALUES (2, '\x1f8b080000000000000385903f6ac3301487af22dedaba7d4f7262ac1314b2950c81108a2a2bb120b52196876072829c205b48e9d8a5633dea24be4925a7433a5593f87eefcf277550d595360dc82518b516c6140627459e69b1e6af79ae15cf29a2946b58dd4353b7bbdf729a95aa4e1ae55ef0bf438f8418db9d7dbb3673e4d384281138272131939cc6f1ca16203bd0148b9efcd9b2adffaa3631d33cb2e7e1fbc3b1f26f2262b2f0ef6cd1fa4bc5e6feb21f793a4e19fa1373437fd4e50827116e86fed3b246b5b03a84b5a5312e7875e15e6f83c132bad8f031206f55717a557dc8908b34bd4394e15d871f08b7a15e45010000');
INSERT INTO public.contents VALUES (3, '\x1f8b08000000000000039592cd4ac34010c75f65d9ab89ce6693cdc7d58bd05beda1508a249ba609a40934e9a1943e8178f02822688b17bd14f1648e2b7d8fbc89b32962c183b8a799fffc6666677657b4280b39a96830a20cb82f98f0624f3a96e44924139e082be210c6c2e1363528733de1f2c8f5bdd8895de127b69bf8c2f742cb135112d9746cd0aa5cccbf2bf6d2b034abb0be82bf0e3b6300bac37f53b0639dcd0efd2cb08409c264ce00bc8043d0953ca8be094cab80aad3dd33cc621aaca8643af5423d6624576fc514337aa97a2fa624fdd1909796e6faedc7737d1c317e4b1ae61a1eaa2db9ec4af5c32592da1f2ed4a62003b559769cdd356f9b3b52b7cdb54c913af634e220522cf2dca0e769db3ce8d02ba9d4139645f33e23f57cbf0bc9acb33f6ff7bbb6d94a326d9b1b0ca997828ed7386d3a99d4b8a415da658e838ff40a327c7b1a1c36c498c96100220037b0d8a967037e8613e896b8fe02c0f424c828020000');
INSERT INTO public.contents VALUES (4, '\x1f8b08000000000000038552c14e1b3110fd9591af90c6de40107b412d974a29376e158acc66155bd9d834eb8d5aa24820be00c105a188004208f554e0140b7130ea7fb85fd2f1a644cba5f860f9cdf3bc7963cf8828ad923427f1d79d6592eb62b00046f617712e3b241e8df124d2d4607444584b705dcbb969d3f716ab334a438e91264b494c5ac2cfae35e4eed2c09f8313d874570598010621f3762261577a7b5440dfcf7e16c0c8dcccbe5621f9632e79fdb36e6f0ad9de924a209be87ebf08a42ab26c99889477d241e9326198e14e55b7fec94d21710f20dc5442e6ee551786de9e4b30c25d4a7839f6f60c126f6f395e7b443611dede25d013016d842ad1ffb50e51aa74df955ce186ed48f856fcf0b3675352b760bcbd7923d9a84a7a7b01dfdd352837d525bb82ec97973b2582fcafa42a12e8d5903c811e567ac682ee610fdc53209aef1955bfb165d5f5f644967d4e169ec21f1b6e8af9eb858e79de4b3baf5e1760a50a56ab80554170b29b71d50bc27b0339e4260d333546a8b3cebff19238827831a251b3c658ad41b76933a66b71c43eac479436d796288d7184c67f01898336daaf020000');


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events VALUES (1, 'shown-1', '', 'shown', '2026-11-30T06:07:21.824938+00:00', '', '', '{"reading": "1"}', '{}');
INSERT INTO public.events VALUES (2, 'shown-2', '', 'shown', '2026-11-30T06:07:21.912971+00:00', '', '', '{"reading": "2"}', '{}');
INSERT INTO public.events VALUES (3, 'shown-3', '', 'shown', '2026-11-30T06:07:21.985104+00:00', '', '', '{"reading": "3"}', '{}');
INSERT INTO public.events VALUES (4, 'shown-4', '', 'shown', '2026-11-30T06:07:22.057616+00:00', '', '', '{"reading": "4"}', '{}');
INSERT INTO public.events VALUES (5, '06f29e154f3ee857de48cf72234243fc', '92gcdwcu9y', 'measure', '2026-11-30T06:07:22.064198+00:00', 'lanhdao@vi-du.invalid', '', '{"title": "Thư xin lỗi", "date": "2026-10-05", "questions": "c1 c2", "communes": ""}', '{}');
INSERT INTO public.events VALUES (6, 'ca4e2ee5d8cc430fe03d8770eb320052', '92gcdwcu9y', 'measure', '2026-11-30T06:07:22.067649+00:00', 'lanhdao@vi-du.invalid', '', '{"person": "Văn phòng", "due": "2026-12-15"}', '{}');
INSERT INTO public.events VALUES (7, 'e2c1458e287cd4e9ddbe3167c12cb98a', 'mfpat5a6tz', 'taken_up', '2026-11-30T06:07:22.201234+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (8, '252f34cde17bb8e24b66d7391608cba7', '6n3y2fnvmt', 'taken_up', '2026-11-30T06:07:22.217261+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (9, 'cda060f92356606ddd3d970d3ef5ee3b', 'vshh4xzz63', 'taken_up', '2026-11-30T06:07:22.222701+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (10, '63455d3476fd76300528a2d2746d7b2f', 'csgbxab52u', 'taken_up', '2026-11-30T06:07:22.228907+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (11, 'd8100623de255ac503b3f472c8437dad', '5p3y4untp6', 'taken_up', '2026-11-30T06:07:22.235423+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (12, 'c128499848cf4a5449d8c97337b56524', 'rqc5zj3cma', 'taken_up', '2026-11-30T06:07:22.240015+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (13, '75195049a76de1586cf02df695535edd', 'ex96jtdgep', 'taken_up', '2026-11-30T06:07:22.246870+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (14, '08a944041c94da9d719f4f17463fb10c', 'ka428ccg2h', 'taken_up', '2026-11-30T06:07:22.255454+00:00', 'canbo@vi-du.invalid', '', '{"person": "Công an xã", "due": "2026-12-20"}', '{}');
INSERT INTO public.events VALUES (15, '803c5b554f857eab214e8aec945f49d4', 'mfpat5a6tz', 'changed', '2026-11-30T06:07:22.260382+00:00', 'canbo@vi-du.invalid', '', '{"cause": "Giải quyết trễ hẹn", "measure": "92gcdwcu9y"}', '{"note": "ed565fde7184c69ca7b37a670323f1eeebc71c345bb6f8c9159ebb4b7f144a54"}');
INSERT INTO public.events VALUES (16, '5f9841f13fb972131816298b763685b2', '6n3y2fnvmt', 'closed', '2026-11-30T06:07:22.266605+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "da-khac-phuc", "cause": "Khác"}', '{"done": "267114a421de850d00d857c301c89d3b0b7ef3753eaa31f13fa7e936d64b8057"}');
INSERT INTO public.events VALUES (17, '2e11e2bc358f85af76e8f812087b1ef0', 'vshh4xzz63', 'closed', '2026-11-30T06:07:22.271680+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "da-tra-loi", "cause": "Khác"}', '{"done": "8a8feaffed9901ef763ec5a6fd5acd8f1dd788051ce5970e0d73bc9ed76d31ee"}');
INSERT INTO public.events VALUES (18, 'c6629dc0d48769d1012aa7b14e3658f4', 'csgbxab52u', 'closed', '2026-11-30T06:07:22.274868+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "khong-du-thong-tin", "cause": "Khác"}', '{"done": "788b114ac49c3228165fad54cdb32c1cd03ea132e53c0b4b1dddf15f8cde6dca"}');
INSERT INTO public.events VALUES (19, '8a41da89332d80255e4255fc43e94c16', '5p3y4untp6', 'closed', '2026-11-30T06:07:22.279064+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "chuyen-co-quan-khac", "cause": "Khác"}', '{"done": "3145786fcb1f294d891ec59a04e6aac27f88391ddce6cc6c1be1771220eef8b4"}');
INSERT INTO public.events VALUES (20, '5fabd80d4b1cf86138a67c05509332e3', 'rqc5zj3cma', 'closed', '2026-11-30T06:07:22.282630+00:00', 'canbo@vi-du.invalid', '', '{"outcome": "trung", "cause": "Khác", "duplicate_of": "mfpat5a6tz"}', '{"done": "b00200e58d501bd34753f82fbbf3cbf7d5c447619d6911eb9aa257db39851a3e"}');
INSERT INTO public.events VALUES (21, '53c5b0c3b1084aae83b7b43283931559', '6n3y2fnvmt', 'reopened', '2026-11-30T06:07:22.289061+00:00', 'canbo@vi-du.invalid', '', '{}', '{"note": "27646fdbbeb82c172bbb7e55dfd9817ac9253bef8ccc31efcc5fff13618aa5e5"}');
INSERT INTO public.events VALUES (22, '847b45b84edd62d6029c2c8963bb35c2', 'ex96jtdgep', 'held', '2026-11-30T06:07:22.293020+00:00', 'lanhdao@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (23, 'f403ece6e737132ad568a02e1fbfa0db', 'ka428ccg2h', 'held', '2026-11-30T06:07:22.295752+00:00', 'lanhdao@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (24, '1c585bcf8bf5b7c977cfe9782fdbf5a0', 'ka428ccg2h', 'released', '2026-11-30T06:07:22.303584+00:00', 'lanhdao@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (25, 'e062cf48b1a790ae412c4081077cba68', 'yw62c99g6f', 'taken_in', '2026-11-30T06:07:22.306950+00:00', 'canbo@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (26, 'b62ad09c54bef337eff2e15f3a26d589', 'vshh4xzz63', 'approved', '2026-11-30T06:07:22.315150+00:00', 'canbo@vi-du.invalid', '', '{}', '{"excerpt": "3af870e9e90b0f2059c6634b037ca51ea8adc4a0f5fb102fd73f8c11ba097d97"}');
INSERT INTO public.events VALUES (27, '4734ebbd29492abc01af9eb23dd5f9ea', 'csgbxab52u', 'approved', '2026-11-30T06:07:22.318507+00:00', 'canbo@vi-du.invalid', '', '{}', '{"excerpt": "6c62c5a0e2c65b8553f551482f56cef1d28bdb301d502079b7c221d0464ca3da"}');
INSERT INTO public.events VALUES (28, '0aa088a3682ab47cd6d144762ad6c45b', 'csgbxab52u', 'withdrawn', '2026-11-30T06:07:22.322231+00:00', 'canbo@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (29, '228a29be3388d05c1c3ede183790c2e1', '5p3y4untp6', 'unmasked', '2026-11-30T06:07:22.331432+00:00', 'canbo@vi-du.invalid', '', '{}', '{}');
INSERT INTO public.events VALUES (30, '7204621ba3bf51725855313943f4af98', '', 'exported', '2026-11-30T06:07:22.335540+00:00', 'canbo@vi-du.invalid', '', '{"what": "cases", "rows": "12"}', '{}');
INSERT INTO public.events VALUES (31, '4b07f45191137370b702012ec09ebdb2', '', 'notified', '2026-11-30T06:07:22.338698+00:00', '', '', '{"day": "2026-11-30"}', '{}');
INSERT INTO public.events VALUES (32, '10c521ba5c93482bf4f3539232f69acb', 'finding-23', 'explained', '2026-11-30T06:07:22.342549+00:00', 'lanhdao@vi-du.invalid', '', '{}', '{"note": "b1bc5db86986ea44b7ad41805aa27924f8e89577013c92a0b2c1b0ccc9c2a2a7"}');
INSERT INTO public.events VALUES (33, '125d749cd93b6ee8c7e5005e82b0c429', '', 'erased', '2026-11-30T06:07:22.347850+00:00', '', '', '{"rows": "1"}', '{}');


--
-- Data for Name: readings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.readings VALUES (1, '2026-11-30T06:07:21.702344+00:00', 20, '40f757c8036f4ffeb7853e73f53620951416183a4d95e5b04dfc9c6a00e7a0b3', '\x789c45544b6e63390cdcbf53f40506d087a4c8e35014e546021b99c4899d9c7eca8b788007afac62b13efc3adfe553ee1f1fe3cf47e6e5cf3f7fd487b4169529994631f790c8d5c7eeadadd1475895b0481a5d4b6d7bdab66adbad462ce5e3a749deffbeacd7f75f48f13279cf1542b1c62cb4aa9bb9852c6a456746a12d7be824b66e83d4f79e4173e3556a1cdf43ed7c3e5d66fb85ac6351f0225e5d95b32fdff84a8cd2b76f2e29d67894d2d9c76c4d84851c5fa7689e6487bcf06b7ac6edf20b397362b15949586d8ea8a939cd7b365d44bbf090c5b345899d2cbab62726cb54792860fdb8ed3c7dbf0ce5d32fa4cf5a41103b63d5ccb2d51b375feaabf94810e465ca96deb933796dd39420fbd83178ea11edf3fbfdfbebf37e7eb294398cb36d9add6bf0d8e09026733f7e68ab51a39c515d4c53200bd7eed0dea6118f3c244f9f7cbebedf5e9f8e2b8d95b26c4d9eb324986c1d73c928b38387273b6340ab6994a2d225da6e3149a5ec528e9737d2f1f199124f7bc2239468b4cdd09ccbeaf8bf12c40c72a31ddc0bfc8b415ea083d9a8ab2641d5baacc771957f6ffc7eb9cebfbf90dc30b895d596c21a1fdb192be9e45af361b74ec831b4fba87d12684799cb75d61e0491faf1f9758bdbe97ef1cf5fc8514bad82b499352aa66d380c0ad6b296d694666003f55c86446c71784edc471b1301a87cbcbff96bbb61da534b1b51d28aa225690364203ab60a234a249326349cd91566970676f06f2b229152c0baf3f17d93166627d9cf106db427662985eb70612f9d48b7a03ed6308891cc6a8852445f3acbe84d4b924cc9b522f378756a1a716a4f2da39342ecdd4a65b4ba27ba3605ad26d720c86c4b9022248713ad0e65a59d396c2e85fe7ae4dde4e5ba4ef9f60bb97b68093499e11032bdc9d00ae439b4ee41b3489f20cf9dda1ebbb8db6eca883a4ec072c9e3fddfe09f971e677f42422af6a9852a1ed6aa585387f58d1ec27446e00563d1d5faa855e028cdd824c50564721efcd6bfe9f3727d9367d4cb2ccbc35b3ae16040f7a41cd4cb03a8969d8da8b6dc58b70df88d282d2cce7501d4621ff1719a779fdcfe0f5142b85566d8c0b1920e9974cd1d6e3e11c12cba107f0b1304a0c9a044364b592a266b977d7c7dfcfd4bf79f1fe9cff634f4a9f4e6521afca4e9bd72ecb572e005ce1084d619b8d0fad89b168a940b56e11026ad75c8a57fb77df93a5f9f5ab6d2765f8b863d1c45daa0bc6466134700707e4c2adadf2d999136d1d6066e074afc1815c779bff9955dae3fcf1001071786204faeba78782b998e13d95055c0a3ec4b50eadc0d4d1db885e9bb021ec937d3ff00429edb65');
INSERT INTO public.readings VALUES (2, '2026-11-30T06:07:21.840616+00:00', 21, '7195aeabb68e4686b28e2f7a20b8a8bbdc0c4122ef5236bf3929e9f3874e301f', '\x789c05c1b90d80300c00c055b20092dfd88c93f811150d1205d373c7c6f6cecf2e1a4fd53d8ed1b0143cd3bd0595a5b7e016a1e9e9bd2262359d8ad5103383ec84285086d0dd8edc3fb8e81711');
INSERT INTO public.readings VALUES (3, '2026-11-30T06:07:21.920067+00:00', 24, 'dd71d20ccce34951bcfa251d53c784a9a6a373ab5603011bb3f40f1a1881d63b', '\x789c25ccd90dc2300c00d07fa6c80248ce51db19c776ec72a805b51c627b907803bc0f715f9679d5927c9c1f3e92e5242200d585dca063a6ac9a11b44f2893b1206a998a4aed16e8920b32216412681136540fd7d7b68f476ceb292db7d72fbddc1bd3fe74b4d459c07ae3a84d1d5198b80d1f63a028503640a520d7d030c302bd16b4ced599b30bc2e11d3e7f2ec4d39c36fff7c774fc02df7b3c67');
INSERT INTO public.readings VALUES (4, '2026-11-30T06:07:21.993568+00:00', 24, 'dd71d20ccce34951bcfa251d53c784a9a6a373ab5603011bb3f40f1a1881d63b', '\x789c030000000001');


--
-- Data for Name: sightings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sightings VALUES (1, 'vmx6u6xss7', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-01T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '57939122a8b7588c1bb4c72a8a03fd7f', 'ade9c7a4abae43ad170afa9fe6f834773e7b03bd696de862c99d918e7e48f6a0');
INSERT INTO public.sightings VALUES (2, 'z26exhjdkr', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-08T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '52e4042d193e6ecee916f016c9047415', '3fce6f97d9c0a301661e546a568aa4a2daa8029eed8efa3630ccdf5c98fa20e9');
INSERT INTO public.sightings VALUES (3, 'y789mmgnb2', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-15T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '0b6ba9d933df225d602d9d240ac5cb10', '33eaea4559daa89f34d16c69fff9ff0278eb0ed821af67f9c42e76d131f38fa1');
INSERT INTO public.sightings VALUES (4, '6j5keaecwn', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-22T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '9996147f28cb641f882d83817d1d39cc', '4cdf24e942d6487f628927161672469916f7d9dd44f6d08d48dc91bbfd95c706');
INSERT INTO public.sightings VALUES (5, 'wfegyj785g', '1Khao-sat_0000000000000000000000000000000001/100', '2026-06-29T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', 'a08427e2cf53ee1a275d7a0704a620bf', 'd582bba814002f10460aaa655c44d300feee6755e662c662c82639e19f9e14f5');
INSERT INTO public.sightings VALUES (6, 'c2uyryvuxm', '1Khao-sat_0000000000000000000000000000000001/100', '2026-07-06T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', 'd3099364a509baa1fcb84794bff5b246', '23796d3e9b4b3fac62e2041c5ebcdeeada022878e56731d3b10ba6f4666edce3');
INSERT INTO public.sightings VALUES (7, '6egu5mtrwk', '1Khao-sat_0000000000000000000000000000000001/100', '2026-07-13T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '8372f3bc5e499ee745a4a642838857c3', '573cc21cbfe1c372758f029fc56e556839a4050e132b02ae029d1466f218db60');
INSERT INTO public.sightings VALUES (8, 'jp487sue6c', '1Khao-sat_0000000000000000000000000000000001/100', '2026-07-20T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', 'c16edd778d77e69846955aa5cc34556b', '5835611c45be3154e88b93b10fc63932b4a55d36a0312f67a98ee2884f2561aa');
INSERT INTO public.sightings VALUES (9, 't6qw5rntbh', '1Khao-sat_0000000000000000000000000000000001/100', '2026-07-27T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '4bcb41ae42f5dcb305c5943649750c1b', '236c7b2749a523e788893bc23bc1ecd3a2d6b689271d788a8b7bf5c9330e2ebf');
INSERT INTO public.sightings VALUES (10, 'uvwcwgxnau', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-03T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', 'cc085a547a6458fb2db6f6098624d7fe', 'cf4d9d26485afb8b87f513e82e3dcf13245c741358a09b775adb5c10918d8fd4');
INSERT INTO public.sightings VALUES (11, 'rpak2wb4ck', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-10T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '0fa653aef70cf7bf46b7a64d2a25f8b7', '8fffe5e8093a4c31609b004599e051e3993f2259b02936abeb8fdfd856cc43a9');
INSERT INTO public.sightings VALUES (12, 'yw62c99g6f', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-17T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '7fc88260222aa2df638d7be25c063a29', '2d964cdb767e92c1e77b702c7df9b800b1fe52bd4ac8e477a2293b1d9e5d325d');
INSERT INTO public.sightings VALUES (13, 'ka428ccg2h', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-24T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', 'f3a540400f7223dd7863aaf6584fe512', '1a62ee97e49bc5a5b9cdbe7e833eb1d1118d3ac718a4de995f6bebc26d6272a6');
INSERT INTO public.sightings VALUES (14, 'ex96jtdgep', '1Khao-sat_0000000000000000000000000000000001/100', '2026-08-31T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', 'c1e9ba7839b4f16e43fe5570de1f2d7a', '9d251fae58f469e8cf846dac8d03eabea32b71f601aca66b9bb2e6fa6420b43a');
INSERT INTO public.sightings VALUES (15, 'rqc5zj3cma', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-07T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '8105a47d45cb78aab5ac2fe64b993367', 'd96204da93105cd89a03007feb39db04f9906cca80bc5e1e924f7616aac8feb7');
INSERT INTO public.sightings VALUES (16, '5p3y4untp6', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-14T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '578777f0557bffb4a156d1be27749b9b', 'ddc480b5068d352371b961d43ae86e3ef70729e3c61603707b7c18a1c3adc227');
INSERT INTO public.sightings VALUES (17, 'csgbxab52u', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-21T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '7df25460a5b60e2a7ffede2e6e15376d', '4596aa7ce8808c5709f2958d66d8ab2ccccfcf840094fc933acd5319d6ac8daf');
INSERT INTO public.sightings VALUES (18, 'vshh4xzz63', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-28T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '4ce794258016d34075a985d6af6d6e91', '782f84147d782241c07d594e758c954447c78e3c5c889abb34082a2631db514b');
INSERT INTO public.sightings VALUES (19, '6n3y2fnvmt', '1Khao-sat_0000000000000000000000000000000001/100', '2026-10-05T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', 'e86de9aa73715e31b9584f4524a290b0', '2c644499d18585d93cd7942ddbe7226c65b90c2125c051730c6e9a81f6946aa6');
INSERT INTO public.sightings VALUES (20, 'mfpat5a6tz', '1Khao-sat_0000000000000000000000000000000001/100', '2026-10-12T08:30:00', 0, '2026-11-30T06:07:21.808954+00:00', '8a738f1cbd79c9b078c5f7e07054d277', 'cea423e9cc9ce0f9b581cb8a79b58898722dc023052820289c4d96883d579a81');
INSERT INTO public.sightings VALUES (21, '3737v6z7h2', '1Khao-sat_0000000000000000000000000000000001/100', '2026-11-30T13:07:21', 0, '2026-11-30T06:07:21.889817+00:00', 'bd265938294ad278b3224ec2e03c3afe', '86791d4e6dcf514a5012b0b88619cb3febf557c198fa3851d1452479a1fabf57');
INSERT INTO public.sightings VALUES (22, 'kvrsdtfrnh', '1Khao-sat_0000000000000000000000000000000001/100', '2026-09-01T08:00:05', 0, '2026-11-30T06:07:21.970023+00:00', '93f9defde25a458f06f57f612a4b2499', '5ee6bcc237e7d16bbb1b347bbc334fa93a65520cb3d63a63645f59d6def4b484');


--
-- Data for Name: texts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.texts VALUES ('5f9841f13fb972131816298b763685b2', 'done', '4fa98daa8ba92eca2960e468ba2460e9', 'Đã xong da-khac-phuc.');
INSERT INTO public.texts VALUES ('2e11e2bc358f85af76e8f812087b1ef0', 'done', 'b070f81102514062859689f460108a1a', 'Đã xong da-tra-loi.');
INSERT INTO public.texts VALUES ('c6629dc0d48769d1012aa7b14e3658f4', 'done', '9bc541d2a68ff81c8cd6fa7f61d5a288', 'Đã xong khong-du-thong-tin.');
INSERT INTO public.texts VALUES ('8a41da89332d80255e4255fc43e94c16', 'done', '04f052802921b2361038346628d9d90c', 'Đã xong chuyen-co-quan-khac.');
INSERT INTO public.texts VALUES ('5fabd80d4b1cf86138a67c05509332e3', 'done', '72fe99b0c9ba9674308e8f578492df11', 'Đã xong trung.');
INSERT INTO public.texts VALUES ('53c5b0c3b1084aae83b7b43283931559', 'note', '26fefd88d73ca7774ff46262c6884a4c', 'Làm lại.');
INSERT INTO public.texts VALUES ('b62ad09c54bef337eff2e15f3a26d589', 'excerpt', 'f5770efa54f3fb21d17ea08d129eb75c', 'ý kiến');
INSERT INTO public.texts VALUES ('4734ebbd29492abc01af9eb23dd5f9ea', 'excerpt', 'd5f3e8ede4a73d35dd8a290b5250c8bf', 'ý kiến');
INSERT INTO public.texts VALUES ('10c521ba5c93482bf4f3539232f69acb', 'note', '9440c2aa87db9b3e20a49f15e343a074', 'Người dân gửi nhầm.');


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

\unrestrict vo4o4TV4GjD2Lpb1B16Tyb2Ynb1Xlydh37U44JENC3dALp66vfXuaUboKiu76VM

