"""A small register whose every figure a test can count by hand."""

import dataclasses
import datetime as dt
from decimal import Decimal

from lib.movement.commune_coverage import Coverage, commune_coverage
from lib.movement.model_summary import ModelSummary, summarise_models
from lib.movement.quantity import Qualifier, Quantity
from lib.movement.register_choices import ModelOwner, ModelSector, ModelState, RecognitionLevel
from lib.movement.register_records import ModelResult, MovementModel, PlaceFact, Register
from lib.movement.written_places import communes_on_day
from lib.reports.paper_basis import MovementBasis
from lib.survey.model.periods import parse_period
from lib.survey.model.places import Places

PLACES = Places.read()
DAY = dt.date(2022, 12, 31)
ABOUT = MovementBasis(
    parse_period("2022"), "tất cả các xã", "Sổ dân vận", dt.datetime(2023, 1, 5, 8, 5),
    models_without_time=3, results_without_period=2,
)  # fmt: skip


def at(name: str) -> tuple[object, ...]:
    return (PLACES.unit(name, DAY),)


def model(code: str, name: str, commune: str = "", **about: object) -> MovementModel:
    where = {"communes": at(commune)} if commune else {}
    return MovementModel(code, name, **where, **about)  # type: ignore[arg-type]


def quantity(value: str, unit: str, exact: Qualifier = Qualifier.EXACT) -> Quantity:
    return Quantity(Decimal(value), unit, exact)


DISTRICT = {"everywhere": True, "communes": communes_on_day(PLACES, DAY)}
NOTEBOOKS = quantity("18000", "cuốn vở", Qualifier.AT_LEAST)
MODELS = (
    model("rac", "Đổi rác lấy quà", "Xuân Tây", sector=ModelSector.SOCIETY, owner=ModelOwner.GROUP,
          level=RecognitionLevel.COMMUNE, state=ModelState.REPLICATED, unit="Phòng TN-MT"),
    model("vo", "=Góp vở", "Xuân Đông", sector=ModelSector.SOCIETY, owner=ModelOwner.GROUP,
          level=RecognitionLevel.PROVINCE, priority="Nơi khó khăn"),
    model("dui", "Nuôi dúi", "Sông Ray", sector=ModelSector.ECONOMY_AND_SOCIETY),
    model("camera", "Camera an ninh", **DISTRICT, sector=ModelSector.DEFENCE),
)  # fmt: skip
RESULTS = (
    ModelResult("rac", "Vở đã đổi", "hơn 18 ngàn", NOTEBOOKS, ABOUT.period, "2022"),
    ModelResult("vo", "Vở đã đổi", "7.000", quantity("7000", "cuốn vở"), ABOUT.period, "2022"),
    ModelResult("rac", "Rác thu gom", "18 tấn", quantity("18", "tấn"), ABOUT.period, "2022"),
    ModelResult("dui", "Lãi", "chưa tính xong"),
)
FACTS = (
    PlaceFact(
        "Góp làm đường", "Huyện Cẩm Mỹ", "37 tỷ đồng", quantity=quantity("37000000000", "đồng")
    ),
)
REGISTER = Register({m.code: m for m in MODELS}, RESULTS, FACTS)
EARLIER = Register({"vo": MODELS[1], "cu": model("cu", "Đã dừng", "Sông Ray")})


def summed(register: Register = REGISTER, earlier: Register | None = EARLIER) -> ModelSummary:
    return summarise_models(register, earlier, PLACES, DAY)


def covered(register: Register = REGISTER) -> Coverage:
    return commune_coverage(register, PLACES, DAY)


def long_register(models: int = 500, each: int = 10) -> Register:
    """Return a register as long as an office's may be."""
    every = [
        dataclasses.replace(MODELS[n % 4], code=f"m{n}", name=f"Mô hình {n}", unit=f"Đơn vị {n}")
        for n in range(models)
    ]
    results = [
        dataclasses.replace(RESULTS[n % 3], model=one.code) for one in every for n in range(each)
    ]
    return Register({one.code: one for one in every}, tuple(results))
