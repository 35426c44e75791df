// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/exchange/import_page.h"

#include "ui/desk/desk.h"
#include "ui/exchange/cell_table.h"
#include "ui/exchange/column_model.h"
#include "ui/exchange/first_entries.h"
#include "ui/exchange/import_choices.h"
#include "ui/exchange/refused_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QItemSelectionModel>
#include <QProgressBar>
#include <QStackedLayout>

namespace thimblely::ui {

namespace {

using access::Capability;

constexpr int resultShare = 44;   // percent of the page
constexpr int afterMending = 400; // ms
constexpr size_t shownFirst = 4;  // entries

QString thing(ImportKind kind, bool one)
{
    switch (kind) {
    case ImportKind::Clients:
        return one ? ImportPage::tr("client") : ImportPage::tr("clients");
    case ImportKind::Measurements:
        return one ? ImportPage::tr("person's measures") : ImportPage::tr("people's measures");
    case ImportKind::OldOrders:
        return one ? ImportPage::tr("line of the old book") : ImportPage::tr("lines of the old book");
    case ImportKind::Events:
        return one ? ImportPage::tr("appointment") : ImportPage::tr("appointments");
    case ImportKind::Products:
        break;
    }
    return one ? ImportPage::tr("product") : ImportPage::tr("products");
}

} // namespace

bool ImportPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::DataImport);
}

ImportPage::ImportPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_look(new ImportLook(desk, this)), m_columns(new ColumnModel(this)),
      m_refused(new RefusedModel(desk, this))
{
    auto *whole = new Pane(Role::Surface, Pane::Edge::None, this);
    m_start = new EmptyState(
        "i-note",
        tr("Choose a file of another program, or drop it here: contacts (vCard, LDIF, CSV), measures "
           "(SeamlyMe, Valentina, CSV), products and prices (WooCommerce, Shopify, CSV), open orders and "
           "balances of the old book (CSV). You see "
           "first what it is taken for; nothing comes in before that."),
        tr("Choose a file…"), whole);
    m_stack = new QStackedLayout(whole);
    m_stack->addWidget(m_start);
    m_busy = buildBusy();
    m_stack->addWidget(m_busy);
    m_seen = buildSeen();
    m_stack->addWidget(m_seen);
    column(this, 0)->addWidget(whole);
    m_soon.setSingleShot(true);
    m_soon.setInterval(afterMending);
    connectLook();
    connect(&Theme::instance(), &Theme::changed, this, &ImportPage::layOut);
}

QWidget *ImportPage::buildBusy()
{
    auto *busy = new QWidget(this);
    m_busyWords = new Label(TextStyle::Body, Role::Text, {}, busy);
    m_busyWords->setAlignment(Qt::AlignHCenter);
    m_progress = new QProgressBar(busy);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(360);
    m_progress->setAccessibleName(tr("How far it is"));
    m_stop = new PlainButton(tr("Stop"), busy);
    auto *rows = column(busy, 16, {16, 24, 16, 24});
    rows->addStretch(1);
    rows->addWidget(m_busyWords);
    auto *middle = row(nullptr, 0);
    middle->addStretch(1);
    middle->addWidget(m_progress, 100);
    middle->addStretch(1);
    rows->addLayout(middle);
    rows->addWidget(m_stop, 0, Qt::AlignHCenter);
    rows->addStretch(1);
    return busy;
}

QWidget *ImportPage::buildSeen()
{
    auto *seen = new QWidget(this);
    auto *sides = row(seen, 0);
    sides->addWidget(buildColumns(), 1);
    m_right = buildResult();
    sides->addWidget(m_right);
    return seen;
}

Pane *ImportPage::buildColumns()
{
    auto *pane = new Pane(Role::Surface, Pane::Edge::None, this);
    m_head = new SectionHead(title(), pane, SectionHead::Level::Pane);
    auto *another = new FlatButton(tr("Another file…"), pane);
    connect(another, &QAbstractButton::clicked, this, &ImportPage::choose);
    m_head->addAction(another);
    m_choices = new ImportChoices(m_desk.profile().currency, pane);
    m_columnTable = new CellTable(tr("Columns of the file and what they are taken for"), pane);
    m_columnTable->setModel(m_columns);
    m_columnTable->setColumns({110, 120, 150}, {2, 3, 2});
    m_noColumns = new Label(TextStyle::Body, Role::Muted,
                            tr("Its parts have fixed names; nothing has to be said of them."), pane);
    m_noColumns->setWordWrap(true);
    auto *inset = column(nullptr, 8, {16, 0, 16, 0});
    inset->addWidget(m_head);
    inset->addWidget(m_choices);
    inset->addWidget(m_noColumns);
    auto *all = column(pane, 8);
    all->addLayout(inset);
    m_noTable = new QWidget(pane);
    all->addWidget(m_columnTable, 1);
    all->addWidget(m_noTable, 1);
    return pane;
}

Pane *ImportPage::buildResult()
{
    auto *pane = new Pane(Role::Window, Pane::Edge::Leading, this);
    auto *head = new SectionHead(tr("What would come in"), pane, SectionHead::Level::Pane);
    m_counts = new Label(TextStyle::Body, Role::Text, {}, pane);
    m_counts->setWordWrap(true);
    m_first = new Label(TextStyle::Body, Role::Muted, {}, pane);
    m_first->setWordWrap(true);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, pane);
    m_problem->setWordWrap(true);
    m_refusedHead = new SectionHead(tr("Not understood"), pane);
    m_refusedTable = new CellTable(tr("What was not understood"), pane);
    m_refusedTable->setModel(m_refused);
    m_refusedTable->setColumns({64, 250}, {0, 1});
    m_refusedTable->setTwoLines(true);
    m_why = new Label(TextStyle::Body, Role::Text, {}, pane);
    m_why->setWordWrap(true);
    m_take = new PrimaryButton(QString(), pane);
    auto *inset = column(nullptr, 8, {17, 0, 16, 0});
    inset->addWidget(head);
    inset->addWidget(m_counts);
    inset->addWidget(m_first);
    inset->addWidget(m_problem);
    inset->addWidget(m_refusedHead);
    auto *foot = row(nullptr, 8, {17, 8, 16, 12});
    foot->addStretch(1);
    foot->addWidget(m_take);
    auto *all = column(pane, 0, {1, 0, 0, 0});
    all->addLayout(inset);
    m_allUnderstood = new QWidget(pane);
    all->addWidget(m_refusedTable, 1);
    all->addWidget(m_allUnderstood, 1);
    auto *why = row(nullptr, 0, {17, 4, 16, 0});
    why->addWidget(m_why);
    all->addLayout(why);
    all->addLayout(foot);
    return pane;
}

void ImportPage::connectLook()
{
    connect(m_start, &EmptyState::actionTriggered, this, &ImportPage::choose);
    connect(m_stop, &QAbstractButton::clicked, m_look, &ImportLook::stop);
    connect(m_take, &QAbstractButton::clicked, m_look, &ImportLook::carryOut);
    connect(m_look, &ImportLook::changed, this, &ImportPage::refresh);
    connect(m_look, &ImportLook::progressed, m_progress, &QProgressBar::setValue);
    connect(m_look, &ImportLook::failed, &m_desk.notices(), &Notices::fail);
    connect(m_look, &ImportLook::done, this, &ImportPage::showDone);
    connect(m_columns, &ColumnModel::chosen, this, &ImportPage::takeChoice);
    connect(m_refusedTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &here) {
                m_why->setText(here.isValid() ? here.siblingAtColumn(RefusedModel::Why).data().toString() : QString());
            });
    connect(m_refused, &RefusedModel::corrected, this, &ImportPage::takeCorrection);
    connect(&m_soon, &QTimer::timeout, this, &ImportPage::lookAgain);
    connect(m_choices, &ImportChoices::chosen, this, &ImportPage::lookAgain);
    connect(m_choices, &ImportChoices::kindChosen, this, [this] {
        m_options.mapping.clear(); // other fields are meant now
        lookAgain();
    });
}

void ImportPage::choose()
{
    auto *dialog = new FileDialog(window(), title());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Books of other programs (*.csv *.tsv *.txt *.vcf *.ldif *.smis *.vit *.ics *.vcs)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ImportPage::open);
    dialog->open();
}

void ImportPage::open(const QStringList &paths)
{
    m_soon.stop();
    m_options = {};
    m_options.usualUnit = m_desk.lengthUnit();
    m_choices->startOver();
    m_look->open(paths);
}

void ImportPage::lookAgain()
{
    if (m_look->plan())
        m_look->lookAgain(m_choices->kind(), m_choices->over(m_options));
}

void ImportPage::takeChoice(const QString &heading, const QByteArray &key)
{
    m_options.mapping[heading] = key;
    lookAgain();
}

void ImportPage::takeCorrection(qint64 line, const QStringList &cells)
{
    m_options.corrections[line] = cells;
    m_soon.start();
}

//! While it is looked at again what was seen stays, so that place and keyboard do; only the button waits.
void ImportPage::refresh()
{
    const bool seen = m_look->plan() && !m_look->isWriting();
    m_take->setEnabled(seen && !m_look->isBusy() && m_look->report().created + m_look->report().updated > 0);
    if (m_look->isBusy() && !seen) {
        m_progress->setValue(0);
        m_busyWords->setText(m_look->isWriting() ? tr("It comes in…") : tr("The file is read…"));
        m_stack->setCurrentWidget(m_busy);
        m_stop->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!seen) {
        const bool had = m_stack->currentWidget() != m_start;
        m_stack->setCurrentWidget(m_start);
        m_columns->clear();
        m_refused->clear();
        if (had && isVisible())
            m_start->actionButton()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_look->isBusy())
        showSeen();
}

void ImportPage::showSeen()
{
    const ImportPlan &plan = *m_look->plan();
    const ImportedFile *file = plan.files.empty() ? nullptr : &plan.files.front();
    const qsizetype files = qsizetype(plan.files.size() + plan.refusedFiles.size());
    const QString name = file ? file->name : plan.refusedFiles.front().file;
    m_head->setTitle(files > 1 ? tr("%1 files").arg(m_desk.locale().toString(files)) : name);
    m_choices->show(plan);
    const bool table = files == 1 && file && file->table.has_value();
    if (table)
        m_columns->setTable(plan.kind, *file->table);
    else
        m_columns->clear();
    m_columnTable->setVisible(table);
    m_noColumns->setVisible(!table);
    m_noTable->setVisible(!table);
    m_columnTable->layColumns();
    m_refused->show(plan, m_look->report());
    m_refusedTable->setCurrentIndex(m_refused->index(0, RefusedModel::Why));
    m_refusedTable->layColumns();
    showCounts();
    const bool first = m_stack->currentWidget() != m_seen;
    m_stack->setCurrentWidget(m_seen);
    layOut();
    if (!first)
        return;
    if (m_take->isEnabled())
        m_take->setFocus(Qt::OtherFocusReason);
    else if (table)
        m_columnTable->setFocus(Qt::OtherFocusReason);
}

void ImportPage::showCounts()
{
    const ImportReport &report = m_look->report();
    const ImportPlan &plan = *m_look->plan();
    const auto number = [this](qint64 count) { return m_desk.locale().toString(count); };
    const int taken = report.created + report.updated;
    QStringList lines = {tr("%1 new").arg(number(report.created))};
    if (report.clientsCreated > 0)
        lines[0] += report.clientsCreated == 1 ? tr(", with a new client")
                                               : tr(", with %1 new clients").arg(number(report.clientsCreated));
    if (report.updated > 0)
        lines.append(tr("%1 changed").arg(number(report.updated)));
    if (report.unchanged > 0)
        lines.append(tr("%1 as they are here already").arg(number(report.unchanged)));
    if (!report.refused.empty())
        lines.append((taken > 0 ? tr("%1 not understood: left out, the others come in") : tr("%1 not understood"))
                         .arg(number(qint64(report.refused.size()))));
    if (plan.kind == ImportKind::Events && !report.leftOut.empty()) { // tasks, a second rule, an alarm after it began
        const RefusedEntry &part = report.leftOut.front();
        lines.append(tr("%n left out or taken otherwise. Line %1: %2", nullptr, int(report.leftOut.size()))
                         .arg(number(part.line), m_desk.sentence(part.error)));
    }
    m_counts->setText(lines.join(u'\n'));
    const QStringList first = firstEntries(plan, report, m_desk, shownFirst);
    m_first->setText(first.join(u'\n'));
    m_first->setVisible(!first.isEmpty());
    const bool whole = plan.files.size() == 1 && plan.files.front().problem && report.refused.size() == 1;
    m_problem->setVisible(whole);
    if (whole)
        m_problem->setText(QStringLiteral("▲ ") + m_desk.sentence(*plan.files.front().problem));
    const bool some = !whole && !report.refused.empty();
    m_refusedHead->setVisible(some);
    m_refusedTable->setVisible(some);
    m_allUnderstood->setVisible(!some);
    const bool more = report.refused.size() > RefusedModel::MostShown;
    m_refusedHead->setRemark(more ? tr("the first %1").arg(number(qint64(RefusedModel::MostShown)))
                                  : tr("mend a cell, and it is looked at again"));
    m_take->setText(taken == 0 ? tr("Nothing to bring in")
                    : report.refused.empty()
                        ? tr("Bring in %1 %2").arg(number(taken), thing(plan.kind, taken == 1))
                        : tr("Bring in %1 of %2 %3").arg(number(taken), number(report.read), thing(plan.kind, false)));
}

void ImportPage::showDone(const ImportReport &)
{
    // The toast says what came in, and takes it back; what came in is seen where it is worked with.
    Q_EMIT m_desk.navigation().backRequested();
}

void ImportPage::layOut()
{
    if (m_right)
        m_right->setFixedWidth(width() * resultShare / 100);
}

void ImportPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOut();
}

void ImportPage::arrive()
{
    if (m_stack->currentWidget() == m_start)
        m_start->actionButton()->setFocus(Qt::OtherFocusReason);
    else if (m_stack->currentWidget() == m_busy)
        m_stop->setFocus(Qt::OtherFocusReason);
    else
        m_take->setFocus(Qt::OtherFocusReason);
}

bool ImportPage::stepBack()
{
    if (m_look->isBusy()) {
        m_look->stop();
        return true;
    }
    if (!m_look->plan())
        return false;
    m_look->forget();
    return true;
}

bool ImportPage::handle(ActionId id)
{
    if (id != ActionId::Save || !m_take->isEnabled())
        return false;
    m_look->carryOut();
    return true;
}

} // namespace thimblely::ui
