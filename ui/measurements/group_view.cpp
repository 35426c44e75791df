// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/group_view.h"

#include "core/clients/client_service.h"
#include "core/measurements/measurement_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/measurements/group_table.h"
#include "ui/measurements/visit_fields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

#include <algorithm>

namespace thimblely::ui {

GroupView::GroupView(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_table(new GroupTable(&m_model, this)),
      m_title(new Label(TextStyle::Heading, Role::Text, {}, this)),
      m_sentence(new Label(TextStyle::Body, Role::Muted, {}, this)), m_names(new PlainText(this)),
      m_namesDraft(new FormDraft(desk, m_names)), m_add(new PlainButton(tr("Add people"), this)),
      m_newPeople(new QWidget(this)), m_whoPays(new Segmented(tr("Who pays for the new people"), m_newPeople)),
      m_back(new FlatButton(tr("Back to measuring"), this)), m_save(new PrimaryButton({}, this))
{
    build();
    connect(m_back, &QAbstractButton::clicked, this, &GroupView::left);
    connect(m_add, &QAbstractButton::clicked, this, &GroupView::addNames);
    connect(m_save, &QAbstractButton::clicked, this, &GroupView::save);
    connect(m_whoPays, &Segmented::currentIndexChanged, this, &GroupView::keep);
    connect(&m_model, &GroupModel::edited, this, [this] {
        keep();
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &GroupView::refresh);
}

void GroupView::build()
{
    m_back->setIconName("i-left");
    m_back->setCaption(tr("Esc", "the key"));
    m_save->setCaption(QStringLiteral("Ctrl+S"));
    m_title->setElided(true);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(2 * Theme::instance().lineHeight(TextStyle::Body)); // the table stays where it is
    m_names->setAccessibleName(tr("Names of the people to add, one a line"));
    m_names->setPlaceholderText(tr("Type or paste names, one a line"));
    m_names->setTabChangesFocus(true);
    m_names->setFixedHeight(metric::Button + 12);
    auto *head = row(nullptr, 12, {4, 6, 16, 6});
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    head->addWidget(m_save);
    auto *people = row(nullptr, 12, {16, 12, 16, 0});
    people->addWidget(m_names, 1);
    people->addWidget(m_add, 0, Qt::AlignVCenter);
    m_whoPays->addSegment(tr("Each for themselves"));
    m_whoPays->addSegment({});
    m_whoPays->setSmall(true);
    auto *newPeople = row(m_newPeople, 12, {16, 8, 16, 0});
    newPeople->addWidget(new Label(TextStyle::Body, Role::Muted, tr("New people:"), m_newPeople));
    newPeople->addWidget(m_whoPays);
    newPeople->addStretch(1);
    auto *words = row(nullptr, 0, {16, 8, 16, 8});
    words->addWidget(m_sentence, 1);
    auto *lines = column(this, 0);
    lines->addLayout(head);
    lines->addWidget(new Separator(Qt::Horizontal, this));
    lines->addLayout(people); // above the table, as what is said of a cell: a toast lies over the foot
    lines->addWidget(m_newPeople);
    lines->addLayout(words);
    lines->addWidget(new Separator(Qt::Horizontal, this));
    lines->addWidget(m_table, 1);
}

void GroupView::start(const Client &client, const MeasurementTemplate &garment, LengthUnit unit, int inchParts)
{
    m_loading = true;
    m_notRead = false;
    m_garment = garment;
    m_unit = unit;
    m_model.setUnit(unit, inchParts);
    std::vector<MeasureField> columns = visitFields(
        {garment, {}, {client.fields.gender, false, {}}, m_desk.calendar(), m_desk.today(), m_desk.locale()});
    std::erase_if(columns, [](const MeasureField &field) {
        return field.kind != MeasurementKind::Body || field.dimension != MeasurementDimension::Length;
    });
    m_model.setColumns(std::move(columns));
    m_payer = client.id;
    offerPayer(client.fields.name, false);
    refresh();
    const auto people = m_desk.reader().read<KnownPeople>(
        [door = &m_desk.door(), id = client.id](access::Session &session) { return read(session, *door, id); });
    m_desk.when(
        people, this,
        [this, asked = subject()](const KnownPeople &known) {
            if (asked == subject()) // else another group was asked for meanwhile
                showPeople(known);
        },
        [this](const Error &) {
            m_loading = false;
            m_notRead = true;
            refresh();
        });
}

void GroupView::showPeople(const KnownPeople &known)
{
    m_payer = known.payer;
    const bool paysAlready =
        std::ranges::any_of(known.people, [&](const Known &each) { return each.id != known.payer; });
    offerPayer(known.payerName, paysAlready);
    for (const Known &each : known.people)
        addPerson(each.id, each.fields, each.sets);
    restore();
    m_loading = false;
    if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    keep(); // names that were added while it was read
    refresh();
    if (isVisible())
        arrive();
    Q_EMIT loaded();
}

Result<GroupView::KnownPeople> GroupView::read(access::Session &session, changes::WriteDoor &door, ClientId client)
{
    ClientService clients(session, door);
    MeasurementService measured(session, door);
    TRY_ASSIGN(const Family family, clients.family(client));
    TRY_ASSIGN(const Client self, clients.load(client));
    const FamilyMember *payer = family.payer();
    KnownPeople known{payer ? payer->id : client, payer ? payer->name : self.fields.name, {}};
    for (const FamilyMember &member : family.members) {
        if (member.pays && !member.measuredAt)
            continue; // a school is not measured itself
        TRY_ASSIGN(const Client each, clients.load(member.id));
        TRY_ASSIGN(auto sets, measured.setsOf(member.id));
        known.people.push_back({member.id, each.fields, std::move(sets)});
    }
    return known;
}

void GroupView::addPerson(std::optional<ClientId> id, const ClientDraft &who, const std::vector<MeasurementSet> &sets)
{
    GroupRow row{id, who.name, {}, {}, {}, std::make_unique<VisitDoubts>(m_figures)};
    row.judge->begin(who, m_garment, m_desk.today());
    const std::vector<MeasureField> all =
        visitFields({*m_garment, sets, row.judge->person(), m_desk.calendar(), m_desk.today(), m_desk.locale()});
    for (const MeasureField &column : m_model.columns()) {
        MeasureField field = *std::ranges::find(all, column.code, &MeasureField::code);
        if (field.paired) { // one cell for both sides
            field.paired = false;
            field.today = {};
            field.earlier.clear();
        }
        field.state = FieldState::Empty; // what was kept is shown as it was, and stays by itself
        field.today = {};
        row.fields.push_back(std::move(field));
    }
    m_model.addRow(std::move(row));
}

void GroupView::addNames()
{
    for (const QString &name : namesIn(m_names->toPlainText())) {
        const bool there = std::ranges::any_of(m_model.people(), [&](const GroupRow &person) {
            return person.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (there)
            continue;
        ClientDraft who;
        who.name = name;
        addPerson({}, who, {});
    }
    m_names->clear();
    keep();
    refresh();
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

bool GroupView::anyNew() const
{
    return std::ranges::any_of(m_model.people(), [](const GroupRow &person) { return !person.client; });
}

//! Groomsmen are no family: who is new is paid for by another only where that was said.
void GroupView::offerPayer(const QString &name, bool chosen)
{
    m_whoPays->setSegmentText(1, tr("%1 pays for them").arg(name));
    m_whoPays->setCurrentIndex(chosen ? 1 : 0);
}

QString GroupView::subject() const
{
    return m_payer && m_garment ? m_payer->toString() + QLatin1Char('/') + m_garment->id.toString() : QString();
}

void GroupView::restore()
{
    m_names->clear(); // those of another table
    m_namesDraft->begin("GroupNames", subject(), tr("People to measure"));
    const auto kept = m_desk.drafts().kept(draftScreen, subject());
    if (!kept)
        return;
    m_whoPays->setCurrentIndex(kept->value(QLatin1String("whoPays")).toInt());
    const QJsonObject people = kept->value(QLatin1String("people")).toObject();
    for (const QJsonValue &person : people) {
        ClientDraft who;
        who.name = person[QLatin1String("name")].toString();
        if (person[QLatin1String("new")].toBool() && !who.name.isEmpty())
            addPerson({}, who, {});
    }
    m_model.fromJson(people);
}

void GroupView::keep()
{
    if (m_loading || m_saving)
        return;
    const QJsonObject people = m_model.toJson();
    if (people.isEmpty())
        m_desk.drafts().discard(draftScreen, subject());
    else
        m_desk.drafts().keep(
            draftScreen, subject(),
            {{QStringLiteral("people"), people}, {QStringLiteral("whoPays"), m_whoPays->currentIndex()}});
}

void GroupView::refresh()
{
    const int people = m_model.rowCount();
    m_newPeople->setVisible(anyNew());
    //: garment, unit and how many people: "Child's shirt, cm · 12 people"
    m_title->setText(m_garment ? tr("%1, %2 · %n people", nullptr, people).arg(nameOf(*m_garment), unitSymbol(m_unit))
                               : QString());
    //: how many of the people were measured
    m_save->setText(tr("Save %1 of %2").arg(m_model.measuredPeople()).arg(people));
    m_save->setEnabled(m_model.measuredPeople() > 0);
    const QModelIndex here = m_table->currentIndex();
    const QString wrong = here.data(GroupModel::SentenceRole).toString();
    m_sentence->setRole(wrong.isEmpty() && !m_notRead ? Role::Muted : Role::Late);
    if (m_loading && people == 0)
        m_sentence->setText(tr("Reading who is paid for…"));
    else if (m_notRead)
        m_sentence->setText(tr("▲ Who is paid for could not be read: they are not in this table."));
    else if (people == 0)
        m_sentence->setText(tr("Nobody here yet: add people above, or say on their cards who pays for them."));
    else if (!wrong.isEmpty())
        m_sentence->setText(QStringLiteral("▲ ") + wrong + tr("  + takes what is likely, = keeps what is typed."));
    else
        m_sentence->setText(tr("Enter goes on to the next size, and then to the next person."));
}

void GroupView::arrive()
{
    if (m_names->hasFocus() && !m_names->toPlainText().isEmpty())
        return; // names are being typed
    if (m_model.rowCount() == 0)
        m_names->setFocus(Qt::OtherFocusReason);
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void GroupView::save()
{
    if (m_saving || !m_garment)
        return;
    m_table->setFocus(Qt::OtherFocusReason); // a cell that is open is read
    if (const QModelIndex wrong = m_model.firstWrong(); wrong.isValid()) {
        m_table->setCurrentIndex(wrong);
        m_desk.notices().say(tr("Not saved: put %1, %2 right first")
                                 .arg(m_model.people()[size_t(wrong.row())].name,
                                      m_model.columns()[size_t(wrong.column())].name.toLower()));
        return;
    }
    m_saving = true;
    const auto payer = m_whoPays->currentIndex() == 1 ? m_payer : std::nullopt;
    m_desk.when(
        MeasurementService(m_desk.session(), m_desk.door()).saveGroup({m_garment->id, payer, m_model.members()}), this,
        [this, what = subject()] {
            m_saving = false;
            m_desk.drafts().discard(draftScreen, what);
            Q_EMIT left();
        },
        [this](const Error &) { m_saving = false; });
}

} // namespace thimblely::ui
