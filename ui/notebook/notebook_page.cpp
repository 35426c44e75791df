// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notebook/notebook_page.h"

#include "core/clients/client_service.h"
#include "core/notebook/notebook_service.h"
#include "core/notebook/piece_text.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/notebook/notebook_model.h"
#include "ui/notebook/notebook_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QCompleter>
#include <QJsonObject>
#include <QStringListModel>

#include <utility>

namespace thimblely::ui {

namespace {

using access::Capability;

constexpr int lookAfter = 250; // ms
constexpr int mostNames = 6;

} // namespace

bool NotebookPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::DataImport) && principal.can(Capability::OrdersWrite) &&
           principal.can(Capability::ClientsWrite) && principal.can(Capability::FinanceWrite);
}

NotebookPage::NotebookPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_model(new NotebookModel(desk, this))
{
    build();
    connectTable();
    setAcceptDrops(true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookAfter);
    connect(&m_soon, &QTimer::timeout, this, &NotebookPage::look);
    restore();
}

//! A cell that is still being typed is given up while its model is there; the draft has what stands in it.
NotebookPage::~NotebookPage()
{
    m_table->disconnect(this);
    m_model->disconnect(this);
    m_table->selectionModel()->disconnect(this);
    delete m_table;
}

void NotebookPage::build()
{
    auto *whole = new Pane(Role::Surface, Pane::Edge::None, this);
    m_head = new SectionHead(title(), whole, SectionHead::Level::Pane);
    m_photoButton = new FlatButton(tr("Photo of the page"), whole);
    m_photoButton->setIconName("i-photo");
    m_photoButton->setToolTip(tr("From a file; or drop it anywhere here, or paste it (Ctrl+V on this button)"));
    m_photoButton->installEventFilter(this);
    m_dropPhoto = new FlatButton(tr("Without photo"), whole);
    m_dropPhoto->hide();
    auto *table = new FlatButton(tr("From a table…"), whole);
    table->setToolTip(tr("Open orders and balances of a program or table (CSV)"));
    for (Button *each : {m_photoButton, m_dropPhoto, static_cast<Button *>(table)})
        m_head->addAction(each);
    auto *words = new Label(
        TextStyle::Body, Role::Muted,
        tr("Only what hangs here now, or is still to be done. “2 trousers navy hem, jacket” are pieces; a place, or "
           "“+”, "
           "means ready; without pieces it is what somebody owes, or has with the shop under “Paid”. What was paid "
           "before is no income of today. \" repeats the line above."),
        whole);
    words->setWordWrap(true);
    m_table = new NotebookTable(tr("The page of the old book, line by line"), whole);
    m_table->setModel(m_model);
    m_table->setColumns({74, 126, 108, 176, 80, 82, 88, 84, 84}, {1, 3, 2, 6, 2, 1, 1, 1, 1});
    auto *inset = column(nullptr, 8, {16, 0, 16, 8});
    inset->addWidget(m_head);
    inset->addWidget(words);
    auto *all = column(whole, 0);
    all->addLayout(inset);
    all->addWidget(m_table, 1);
    all->addWidget(buildFoot());
    column(this, 0)->addWidget(whole);
    connect(m_photoButton, &QAbstractButton::clicked, this, [this] { m_photo ? showPhoto() : choosePhoto(); });
    connect(m_dropPhoto, &QAbstractButton::clicked, this, [this] {
        m_photo.reset();
        showCounts();
        keep();
    });
    connect(table, &QAbstractButton::clicked, this, &NotebookPage::importRequested);
}

QWidget *NotebookPage::buildFoot()
{
    auto *foot = new Pane(Role::Window, Pane::Edge::Top, this);
    m_line = new Label(TextStyle::Body, Role::Text, {}, foot);
    m_line->setWordWrap(true);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, foot);
    m_problem->setWordWrap(true);
    m_enter = new PrimaryButton(QString(), foot);
    m_enter->setCaption(tr("Ctrl+S"));
    auto *said = column(nullptr, 4);
    said->addWidget(m_line);
    said->addWidget(m_problem);
    said->addStretch(1);
    auto *line = row(foot, 16, {16, 9, 16, 12});
    line->addLayout(said, 1);
    line->addWidget(m_enter, 0, Qt::AlignTop);
    connect(m_enter, &QAbstractButton::clicked, this, &NotebookPage::enter);
    return foot;
}

void NotebookPage::connectTable()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &NotebookPage::showLine);
    connect(m_table, &NotebookTable::removeRequested, this, [this](int row) {
        m_model->removeLine(row);
        m_table->begin(std::min(row, m_model->rowCount() - 1), 0);
    });
    connect(m_table, &NotebookTable::cellTyped, this, [this](const QModelIndex &cell, const QString &text) {
        m_typing = NotebookModel::Typing{cell.row(), cell.column(), text};
        keep();
    });
    connect(m_table, &NotebookTable::cellLeft, this, [this] {
        if (std::exchange(m_typing, std::nullopt))
            keep();
    });
    connect(m_table, &NotebookTable::nameTyped, this, &NotebookPage::offerNames);
    connect(m_model, &NotebookModel::edited, this, [this] {
        m_steps.push_back(std::exchange(m_now, m_model->toJson()));
        keep();
        showLine();
        showCounts();
        m_soon.start();
    });
}

void NotebookPage::arrive()
{
    if (!m_table->currentIndex().isValid())
        m_table->begin(0, 0);
    else
        m_table->setFocus(Qt::OtherFocusReason);
    m_table->layColumns();
    showCounts();
    showLine();
}

bool NotebookPage::handle(ActionId id)
{
    if (id == ActionId::Undo)
        return takeBackCell();
    if (id != ActionId::Save && id != ActionId::Pay)
        return false;
    m_table->setFocus(Qt::OtherFocusReason); // what is being typed belongs to it
    enter();
    return true;
}

//! What is typed here comes back before anything that the shop has; an empty page has nothing, and leaves the key to it.
bool NotebookPage::takeBackCell()
{
    if (m_steps.empty())
        return !m_model->isEmpty();
    m_now = m_steps.back();
    m_steps.pop_back();
    const QModelIndex here = m_table->currentIndex();
    m_model->read(m_now);
    m_table->begin(std::clamp(here.row(), 0, m_model->rowCount() - 1), std::max(0, here.column()));
    keep();
    showLine();
    showCounts();
    m_soon.start();
    return true;
}

// What is typed --------------------------------------------------------------------------------------------------------

void NotebookPage::restore()
{
    const auto kept = m_desk.drafts().kept(draftScreen, {});
    if (kept) {
        m_model->read(kept->value(QLatin1String("lines")).toArray());
        m_now = m_model->toJson();
        const QJsonObject photo = kept->value(QLatin1String("photo")).toObject();
        const QByteArray sha256 = QByteArray::fromHex(photo[QLatin1String("sha256")].toString().toLatin1());
        if (sha256.size() == 32)
            m_photo = changes::Media{sha256, photo[QLatin1String("mime")].toString().toLatin1(),
                                     photo[QLatin1String("size")].toInteger(),
                                     QByteArray::fromBase64(photo[QLatin1String("thumbnail")].toString().toLatin1())};
        const int row = std::clamp(kept->value(QLatin1String("row")).toInt(), 0, m_model->rowCount() - 1);
        const int cell = std::clamp(kept->value(QLatin1String("column")).toInt(), 0, m_model->columnCount() - 1);
        m_table->setCurrentIndex(m_model->index(row, cell));
        m_soon.start();
    }
    showCounts();
    showLine();
}

void NotebookPage::keep()
{
    if (m_model->isEmpty() && !m_photo && !m_typing) {
        m_desk.drafts().discard(draftScreen, {});
        return;
    }
    QJsonObject content{{QStringLiteral("lines"), m_model->toJson(m_typing)},
                        {QStringLiteral("row"), m_table->currentIndex().row()},
                        {QStringLiteral("column"), m_table->currentIndex().column()}};
    if (m_photo)
        content.insert(QStringLiteral("photo"),
                       QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(m_photo->sha256.toHex())},
                                   {QStringLiteral("mime"), QString::fromLatin1(m_photo->mime)},
                                   {QStringLiteral("size"), m_photo->size},
                                   {QStringLiteral("thumbnail"), QString::fromLatin1(m_photo->thumbnail.toBase64())}});
    m_desk.drafts().keep(draftScreen, {}, content);
}

//! Whom the lines mean is asked of the file, a moment after the typing.
void NotebookPage::look()
{
    std::vector<int> rows;
    std::vector<notebook::Line> lines;
    for (const int row : m_model->filled()) {
        const auto line = m_model->known(row) ? Result<notebook::Line>(Error{}) : m_model->line(row);
        if (!line)
            continue;
        rows.push_back(row);
        lines.push_back(*line);
    }
    if (lines.empty())
        return;
    m_desk.when(m_desk.reader().read<std::vector<notebook::Known>>(
                    [lines](access::Session &session) { return notebook::NotebookService::recognise(session, lines); }),
                this, [this, rows, lines](const std::vector<notebook::Known> &known) {
                    for (size_t i = 0; i < rows.size(); ++i) {
                        const bool there = rows[i] < m_model->rowCount();
                        const auto now = there ? m_model->line(rows[i]) : Result<notebook::Line>(Error{});
                        if (now && now->name == lines[i].name && now->phone == lines[i].phone)
                            m_model->setKnown(rows[i], known[i]);
                    }
                    showLine();
                    showCounts();
                });
}

void NotebookPage::offerNames(const QString &typed, QCompleter *completer)
{
    const auto found = ClientService(m_desk.session(), m_desk.door()).search(typed, mostNames);
    QStringList names;
    if (found && typed.size() >= 2) {
        for (const ClientSummary &each : *found)
            names.append(each.number.isEmpty() ? each.name : QStringLiteral("%1  #%2").arg(each.name, each.number));
    }
    auto *list = qobject_cast<QStringListModel *>(completer->model());
    list->setStringList(names);
    completer->setCompletionPrefix(QString());
    if (names.isEmpty())
        completer->popup()->hide();
    else
        completer->complete();
}

// What was understood --------------------------------------------------------------------------------------------------

QString NotebookPage::understood(int row) const
{
    const auto line = m_model->line(row);
    if (!line)
        return {};
    QStringList words;
    const notebook::Known *known = m_model->known(row);
    const QString name = line->name.isEmpty() ? line->phone : line->name;
    if (known && known->client)
        words.append(tr("%1, no. %2").arg(isolated(known->name), known->number));
    else if (known && !known->problem && !name.isEmpty())
        words.append(tr("%1 is new").arg(isolated(name)));
    if (!line->isBalance()) {
        words.append(isolated(notebook::writePieces(notebook::readPieces(line->pieces))));
        words.append(!line->readyAt             ? tr("still to do")
                     : line->readyAt->isEmpty() ? tr("ready")
                                                : tr("ready, hangs at %1").arg(isolated(*line->readyAt)));
    }
    if (line->takenIn)
        words.append(line->isBalance()
                         ? tr("since %1").arg(dayText(*line->takenIn, m_desk.today(), m_desk.locale()))
                         : tr("taken in %1").arg(dayText(*line->takenIn, m_desk.today(), m_desk.locale())));
    if (line->promised)
        words.append(tr("promised for %1").arg(dayText(*line->promised, m_desk.today(), m_desk.locale())));
    const Money none = Money::zero(m_desk.profile().currency);
    const auto due = line->total.value_or(none).minus(line->paid.value_or(none));
    if (due && due->minor() > 0)
        words.append(tr("owes %1").arg(m_desk.amount(*due)));
    else if (due && due->isNegative() && line->isBalance())
        words.append(tr("has %1 with the shop").arg(m_desk.amount(due->negated().valueOr(none))));
    else if (line->total && !line->isBalance())
        words.append(tr("paid"));
    return words.join(QStringLiteral(" · "));
}

void NotebookPage::showLine()
{
    const int row = std::max(0, m_table->currentIndex().row());
    const bool filled = row < m_model->rowCount() && !m_model->isEmpty(row);
    m_line->setText(filled ? understood(row) : QString());
    const auto problem = filled ? m_model->problem(row) : std::nullopt;
    m_problem->setText(problem ? QStringLiteral("▲ ") + m_desk.sentence(*problem) : QString());
    m_problem->setVisible(problem.has_value());
}

void NotebookPage::showCounts()
{
    int pieces = 0;
    int tickets = 0;
    for (const int row : m_model->filled()) {
        const size_t here = notebook::readPieces(m_model->cell(row, NotebookModel::Pieces)).size();
        pieces += int(here);
        tickets += here > 0;
    }
    const auto lines = int(m_model->filled().size());
    const QLocale &locale = m_desk.locale();
    m_head->setRemark(lines == 0
                          ? (m_pages == 0 ? QString() : tr("pages entered: %1").arg(locale.toString(m_pages)))
                          : tr("tickets: %1, pieces: %2").arg(locale.toString(tickets), locale.toString(pieces)));
    m_enter->setText(lines == 0   ? tr("Enter the page")
                     : lines == 1 ? tr("Enter 1 line")
                                  : tr("Enter %1 lines").arg(locale.toString(lines)));
    m_enter->setEnabled(lines > 0 && !m_busy && !m_photoComing);
    m_photoButton->setText(m_photoComing ? tr("Taking it in…")
                           : m_photo     ? tr("See the photo")
                                         : tr("Photo of the page"));
    m_dropPhoto->setVisible(m_photo.has_value());
}

// In -------------------------------------------------------------------------------------------------------------------

void NotebookPage::enter()
{
    if (m_busy || m_photoComing)
        return;
    notebook::Page page;
    page.photo = m_photo;
    const std::vector<int> rows = m_model->filled();
    for (const int row : rows) {
        const auto line = m_model->line(row);
        if (!line || m_model->problem(row)) {
            m_table->begin(row, 0);
            showLine();
            return;
        }
        page.lines.push_back(*line);
    }
    if (page.lines.empty())
        return;
    m_busy = true;
    showCounts();
    m_desk.when(
        notebook::NotebookService(m_desk.door()).enter(std::move(page)), this,
        [this, rows](const notebook::Entered &done) { entered(done, rows); },
        [this](const Error &) {
            m_busy = false;
            showCounts();
        });
}

void NotebookPage::entered(const notebook::Entered &page, const std::vector<int> &rows)
{
    m_busy = false;
    if (page.refused.empty()) {
        ++m_pages;
        m_photo.reset();
        m_model->clear();
        m_steps.clear();
        m_now = {};
        keep();
    } else {
        for (const notebook::RefusedLine &refused : page.refused)
            m_model->setProblem(rows.at(refused.line), refused.error);
    }
    m_table->begin(page.refused.empty() ? 0 : rows.at(page.refused.front().line), 0);
    showCounts();
    showLine();
}

} // namespace thimblely::ui
