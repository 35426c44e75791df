// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measuring_screen.h"

#include "core/clients/client_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/measurements/big_edit.h"
#include "ui/measurements/fit_edit.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/read_aloud.h"
#include "ui/measurements/value_field.h"
#include "ui/measurements/visit_fields.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QMenu>
#include <QStackedLayout>
#include <QTimeZone>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int orderSettles = 700; // ms after the last step a field was carried

QString genderCode(GenderForFit gender)
{
    return gender == GenderForFit::Female ? QStringLiteral("female") : QStringLiteral("male");
}

} // namespace

MeasuringScreen::MeasuringScreen(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_page(new MeasuringPage(this)), m_views(new QStackedLayout(this)),
      m_readAloud(new ReadAloud(this)), m_inchParts(desk.profile().inchParts)
{
    m_views->addWidget(m_page);
    m_page->setUnits({LengthUnit::Centimetre, LengthUnit::Millimetre, LengthUnit::Inch});
    m_page->setUnit(m_desk.lengthUnit());
    m_page->setFractionDenominator(m_inchParts);
    connect(m_page->moreMenu(), &QMenu::aboutToShow, this, &MeasuringScreen::fillMenu);
    m_orderTimer.setSingleShot(true);
    m_orderTimer.setInterval(orderSettles);
    connect(&m_orderTimer, &QTimer::timeout, this, &MeasuringScreen::writeOrder);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &MeasuringScreen::takeChanges);
    const auto edits = m_page->findChildren<BigEdit *>();
    for (BigEdit *edit : edits)
        edit->installEventFilter(this);
    connectPage();
}

void MeasuringScreen::connectPage()
{
    connect(m_page, &MeasuringPage::valueCommitted, this, &MeasuringScreen::takeValue);
    connect(m_page, &MeasuringPage::typing, this, &MeasuringScreen::takeTyping);
    const auto changed = [this] {
        m_typing = {};
        showKept();
        keepDraft();
    };
    connect(m_page, &MeasuringPage::valueCleared, this, changed);
    connect(m_page, &MeasuringPage::valueKept, this, changed);
    connect(m_page, &MeasuringPage::unitChanged, this, [this] {
        settle(); // the same figures are another length now, and are asked about when they are read
        keepDraft();
    });
    connect(m_page, &MeasuringPage::postureChosen, this, [this](const QString &code) {
        m_posture = code;
        keepDraft();
    });
    connect(m_page, &MeasuringPage::fitChanged, this, [this] {
        m_typingFit = {};
        keepDraft();
    });
    connect(m_page->findChild<FitEdit *>(), &FitEdit::typed, this,
            [this](const QString &code, BodySide side, const QString &text) {
                m_typingFit = {{QStringLiteral("code"), code},
                               {QStringLiteral("side"), int(side)},
                               {QStringLiteral("text"), text}};
                keepDraft();
            });
    connect(m_page, &MeasuringPage::currentChanged, this, [this](const QString &code) {
        settle();
        showUsual(code);
        readField(code);
    });
    connect(m_page, &MeasuringPage::orderChanged, this, &MeasuringScreen::takeOrder);
    connect(m_page, &MeasuringPage::templateChosen, this, &MeasuringScreen::chooseTemplate);
    connect(m_page, &MeasuringPage::saveRequested, this, &MeasuringScreen::save);
    connect(m_page, &MeasuringPage::saveHeld, this, [this](const QString &code) {
        m_desk.notices().say(tr("Not saved: put %1 right first").arg(field(code)->name.toLower()));
    });
    connect(&m_desk.drafts(), &DraftKeeper::saved, this,
            [this](const QByteArray &where, const QString &what, Instant at) {
                if (where == draftScreen && what == subject())
                    m_page->setDraftState(tr("Draft, saved %1").arg(timeText(at)));
            });
}

void MeasuringScreen::measure(ClientId client, std::optional<TemplateId> garment)
{
    writeOrder();
    m_views->setCurrentWidget(m_page);
    if (const auto loaded = load(client, garment); !loaded) {
        m_desk.notices().fail(loaded.error());
        Q_EMIT m_desk.navigation().backRequested();
        return;
    }
    installMissing();
    showVisit();
}

//! A file that an older program made gets the templates that were added since.
void MeasuringScreen::installMissing()
{
    if (!TemplateService::lacksBuiltin(m_templates) || !m_desk.principal().can(access::Capability::TemplatesWrite))
        return;
    m_desk.when(TemplateService(m_desk.session(), m_desk.door()).installMissing(), this, [] {});
}

void MeasuringScreen::writeOrder()
{
    m_orderTimer.stop();
    const QStringList order = std::exchange(m_order, {});
    if (m_garment && !order.isEmpty())
        m_desk.when(TemplateService(m_desk.session(), m_desk.door()).reorder(m_garment->id, order), this, [] {});
}

//! Other fields, or another order: what was typed stays, in its draft and from there in the new fields.
void MeasuringScreen::takeChanges(const changes::ChangeSet &changes)
{
    if (!m_client || !m_garment || m_saving || !changes.touches(storage::Table::MeasurementTemplates))
        return;
    const std::vector<TemplateField> fields = m_garment->fields;
    const QString current = m_page->current();
    if (const auto loaded = load(m_client->id, m_garment->id); !loaded) {
        m_desk.notices().fail(loaded.error());
        return;
    }
    if (m_garment && m_garment->fields == fields) {
        showTemplates();
        return;
    }
    showVisit();
    if (field(current))
        m_page->setCurrent(current);
}

void MeasuringScreen::takeOrder(const QStringList &codes)
{
    m_order = codes;
    std::ranges::stable_sort(m_garment->fields, {},
                             [&](const TemplateField &each) { return codes.indexOf(each.code); });
    m_orderTimer.start();
}

void MeasuringScreen::showTemplates()
{
    std::vector<TemplateChoice> choices;
    for (const MeasurementTemplate &each : m_templates)
        choices.push_back({each.id.toString(), nameOf(each), isForChildren(each.garmentType)});
    m_page->setTemplates(std::move(choices), m_garment ? m_garment->id.toString() : QString());
}

Result<void> MeasuringScreen::load(ClientId client, std::optional<TemplateId> garment)
{
    MeasurementService service(m_desk.session(), m_desk.door());
    TRY_ASSIGN(Client found, ClientService(m_desk.session(), m_desk.door()).load(client));
    TRY_ASSIGN(auto templates, TemplateService(m_desk.session(), m_desk.door()).all());
    TRY_ASSIGN(auto sets, service.setsOf(client));
    for (size_t i = 0; i < sets.size() && !garment; ++i) {
        if (sets[i].kind == SetKind::Body)
            garment = sets[i].templateId;
    }
    auto chosen = std::ranges::find_if(templates, [&](const auto &each) { return garment && each.id == *garment; });
    if (chosen == templates.end())
        chosen = templates.begin();
    m_garment.reset();
    if (chosen != templates.end())
        m_garment = *chosen;
    m_client = std::move(found);
    m_templates = std::move(templates);
    m_sets = std::move(sets);
    return {};
}

void MeasuringScreen::showVisit()
{
    m_loading = true;
    m_doubt.reset();
    m_doubts.begin(m_client->fields, m_garment, m_desk.today());
    m_typing = {};
    m_typingFit = {};
    m_saidMissing.clear();
    m_reason = nullptr; // goes with the notice
    m_page->setNotice(nullptr);
    m_page->setReorderable(m_desk.principal().can(access::Capability::TemplatesWrite));
    m_page->setClient(m_client->fields.name, m_client->number);
    m_page->setPerson(genderCode(m_client->fields.gender), m_doubts.person().child);
    showTemplates();
    m_atStart.clear();
    if (m_garment) {
        m_atStart =
            visitFields({*m_garment, m_sets, m_doubts.person(), m_desk.calendar(), m_desk.today(), m_desk.locale()});
    }
    const auto last = std::ranges::find(m_sets, SetKind::Body, &MeasurementSet::kind);
    m_posture = last == m_sets.end() || last->posture.isEmpty() ? QStringLiteral("normal") : last->posture;
    m_page->setPosture(m_posture);
    m_page->setDraftState(m_garment ? QString() : tr("There is no template to measure by yet"));
    m_page->setFields(m_atStart);
    showLastVisit();
    restoreDraft();
    showKept();
    m_loading = false;
    m_page->focusValue();
}

void MeasuringScreen::showLastVisit()
{
    QStringList days;
    for (const MeasureField &each : m_atStart) {
        if (!each.earlier.empty())
            days.append(each.earlier.front().when);
    }
    days.removeDuplicates();
    if (days.isEmpty()) {
        m_page->setLastVisit({}, {}, {});
        return;
    }
    // Of several days none stands for all: each field says its own beside its value.
    const QString day = days.size() == 1 ? days.front() : tr("Before");
    m_page->setLastVisit(day, day, day);
}

void MeasuringScreen::showKept()
{
    QStringList garments;
    QStringList days;
    int kept = 0;
    for (const MeasureField &each : m_page->fields()) {
        if (each.state != FieldState::Kept || each.earlier.empty())
            continue;
        ++kept;
        const auto set = std::ranges::find_if(m_sets, [&](const auto &s) { return s.id == each.earlier.front().set; });
        const auto of = std::ranges::find_if(
            m_templates, [&](const auto &t) { return set != m_sets.end() && t.id == set->templateId; });
        if (of != m_templates.end())
            garments.append(nameOf(*of).toLower());
        days.append(each.earlier.front().when);
    }
    garments.removeDuplicates();
    days.removeDuplicates();
    QString from = garments.join(tr(" and ", "two garments"));
    if (days.size() == 1)
        from = from.isEmpty() ? days.front() : tr("%1, %2", "garment and day: shirt, 14 Mar").arg(from, days.front());
    const bool plain = garments.size() > 2 || from.isEmpty();
    m_page->setKeptWords(kept == 0 || plain ? QString() : tr("%n kept from %1", nullptr, kept).arg(from));
}

QString MeasuringScreen::subject() const
{
    if (!m_client || !m_garment)
        return {};
    return m_client->id.toString() + QLatin1Char('/') + m_garment->id.toString();
}

QString MeasuringScreen::timeText(Instant at) const
{
    const auto time = QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(m_desk.calendar().zone())).time();
    return m_desk.locale().toString(time, QLocale::ShortFormat);
}

void MeasuringScreen::keepDraft()
{
    if (m_loading || m_saving || subject().isEmpty())
        return;
    const QJsonObject values = measuredToJson(m_page->fields(), m_atStart);
    if (values.isEmpty() && m_typing.isEmpty() && m_typingFit.isEmpty()) {
        m_desk.drafts().discard(draftScreen, subject());
        m_page->setDraftState({});
        return;
    }
    m_desk.drafts().keep(draftScreen, subject(),
                         {{QStringLiteral("unit"), toCode(m_page->unit())},
                          {QStringLiteral("posture"), m_posture},
                          {QStringLiteral("kept"), m_doubts.toJson()},
                          {QStringLiteral("values"), values},
                          {QStringLiteral("typing"), m_typing},
                          {QStringLiteral("fit"), m_typingFit}});
}

void MeasuringScreen::restoreDraft()
{
    const auto kept = m_desk.drafts().kept(draftScreen, subject());
    if (!kept || subject().isEmpty())
        return;
    if (const auto unit = lengthUnitFromCode(kept->value(QLatin1String("unit")).toString()))
        m_page->setUnit(*unit);
    m_posture = kept->value(QLatin1String("posture")).toString(m_posture);
    m_page->setPosture(m_posture);
    m_doubts.fromJson(kept->value(QLatin1String("kept")).toArray());
    std::vector<MeasureField> fields = m_atStart;
    measuredFromJson(kept->value(QLatin1String("values")).toObject(), fields);
    m_page->setFields(std::move(fields));
    m_typing = kept->value(QLatin1String("typing")).toObject();
    if (const QString code = m_typing.value(QLatin1String("code")).toString(); field(code)) {
        m_page->setCurrent(code);
        const auto side = BodySide(m_typing.value(QLatin1String("side")).toInt());
        const QString text = m_typing.value(QLatin1String("text")).toString();
        m_page->setTypedText(side, text);
    }
    m_typingFit = kept->value(QLatin1String("fit")).toObject();
    if (const QString code = m_typingFit.value(QLatin1String("code")).toString(); field(code)) {
        if (m_page->current() != code)
            m_page->setCurrent(code);
        m_page->findChild<FitEdit *>()->setTyped(BodySide(m_typingFit.value(QLatin1String("side")).toInt()),
                                                 m_typingFit.value(QLatin1String("text")).toString());
    }
    QString at;
    for (const auto &draft : m_desk.drafts().all()) {
        if (draft.screen == draftScreen && draft.subject == subject())
            at = timeText(draft.savedAt);
    }
    m_page->setDraftState(tr("Typed at %1 and back again, not saved yet").arg(at));
}

const MeasureField *MeasuringScreen::field(const QString &code) const
{
    const auto found = std::ranges::find(m_page->fields(), code, &MeasureField::code);
    return found == m_page->fields().end() ? nullptr : &*found;
}

void MeasuringScreen::chooseTemplate(const QString &key)
{
    const auto id = TemplateId::parse(key);
    if (id && m_client && m_page->valueField()->commit())
        measure(m_client->id, *id); // what was measured for the other garment stays in its draft
}

} // namespace thimblely::ui
