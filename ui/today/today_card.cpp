// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/today_card.h"

#include "ui/theme/theme.h"
#include "ui/today/count_link.h"
#include "ui/today/foot_links.h"
#include "ui/today/today_model.h"
#include "ui/today/today_row_delegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/stitch_line.h"

namespace thimblely::ui {

namespace {

constexpr int padding = 16;    // beside the card's line
constexpr int headHeight = 47; // with the card's line 48
constexpr int footHeight = 36;
constexpr int countGap = 21;
constexpr int rowsSeen = 5;
constexpr int lines = 3; // above, below, and under the head

} // namespace

TodayCard::TodayCard(const QString &name, QWidget *parent)
    : Card(parent), m_model(new TodayModel(this)), m_list(new ListView(name, Role::Surface, this)),
      m_message(new Label(TextStyle::Body, Role::Muted, {}, this)), m_all(column(this, 0)), m_head(new QWidget(this)),
      m_headRow(row(m_head, countGap, {padding, 0, padding, 0})), m_foot(new QWidget(this)),
      m_remark(new SentenceLink(m_foot)), m_note(new Label(TextStyle::Caption, Role::Muted, {}, m_foot)),
      m_footLink(new ForwardLink(m_foot)), m_headLink(new ForwardLink(m_head))
{
    m_headRow->addStretch(1);
    m_headRow->addWidget(m_headLink);
    auto *delegate = new TodayRowDelegate(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    m_list->viewport()->setAutoFillBackground(false); // the card's round corners show through
    m_message->setWordWrap(true);
    m_message->setContentsMargins(padding, 12, padding, 12);
    m_message->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    buildFoot();
    m_all->addWidget(m_head);
    m_all->addWidget(new Separator(Qt::Horizontal, this));
    m_all->addWidget(m_list, 1);
    m_all->addWidget(m_message, 1);
    m_all->addWidget(m_foot);
    const auto act = [this](const QModelIndex &index) { Q_EMIT wentTo(m_model->row(index.row()).acts); };
    connect(delegate, &TodayRowDelegate::actionClicked, this, act);
    connect(delegate, &TodayRowDelegate::rowClicked, this,
            [this](const QModelIndex &index) { Q_EMIT wentTo(m_model->row(index.row()).about); });
    connect(m_list, &ListView::activated, this, [this](const QModelIndex &index) {
        const TodayRow &row = m_model->row(index.row());
        Q_EMIT wentTo(row.action.isEmpty() ? row.about : row.acts);
    });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu); // the menu key of the keyboard, too
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex under = m_list->indexAt(at);
        const QModelIndex meant = under.isValid() ? under : m_list->currentIndex();
        if (meant.isValid())
            Q_EMIT menuRequested(m_model->row(meant.row()).about, m_list->viewport()->mapToGlobal(at));
    });
    connect(&Theme::instance(), &Theme::changed, this, &TodayCard::place);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // the page gives all of them the same room
    setFootLink({});
    setFootRemark({}, {});
    setFootNote({}, {});
    showMessage({}, Role::Muted);
}

void TodayCard::buildFoot()
{
    auto *line = row(m_foot, 8, {padding, 0, padding, 0});
    m_remark->setStyle(TextStyle::Caption);
    line->addWidget(m_remark);
    m_note->setElided(true);
    line->addWidget(m_note, 1);
    line->addStretch(1);
    line->addWidget(m_footLink);
    connect(m_footLink, &QAbstractButton::clicked, this, &TodayCard::footRequested);
    connect(m_headLink, &QAbstractButton::clicked, this, &TodayCard::footRequested);
    connect(m_remark, &QAbstractButton::clicked, this, &TodayCard::remarkRequested);
}

CountLink *TodayCard::addCount(std::optional<Status> shape, const QString &title)
{
    auto *count = new CountLink(shape, title, m_head);
    m_headRow->insertWidget(m_headRow->count() - 2, count);
    return count;
}

void TodayCard::addTitle(const QString &title, QWidget *after)
{
    auto *words = row(nullptr, 16);
    words->addWidget(new Label(TextStyle::Heading, Role::Text, title, m_head));
    words->addWidget(after);
    m_headRow->insertLayout(0, words);
}

void TodayCard::addTop(QWidget *top)
{
    m_all->insertWidget(2, top);
}

void TodayCard::setRows(std::vector<TodayRow> rows, const QString &nothing)
{
    const bool none = rows.empty();
    m_model->setRows(std::move(rows));
    showMessage(none ? nothing : QString(), Role::Muted);
}

void TodayCard::setProblem(const QString &sentence)
{
    m_model->setRows({});
    showMessage(QStringLiteral("\u25b2 ") + sentence, Role::Late);
}

void TodayCard::showMessage(const QString &sentence, Role role)
{
    m_message->setText(sentence);
    m_message->setRole(role);
    m_message->setVisible(!sentence.isEmpty());
    m_list->setVisible(sentence.isEmpty());
}

void TodayCard::setFootLink(const QString &text)
{
    m_footLink->setText(text);
    m_headLink->setText(text);
    place();
}

void TodayCard::setFootRemark(const QString &sentence, const QString &link)
{
    m_remark->setSentence(sentence, link);
    m_remark->setVisible(!sentence.isEmpty());
}

void TodayCard::setFootNote(const QString &note, const QString &meaning)
{
    m_note->setText(note);
    m_note->setToolTip(meaning);
    m_note->setVisible(!note.isEmpty());
}

void TodayCard::setLow(bool low)
{
    m_low = low;
    place();
}

void TodayCard::place()
{
    const Theme &theme = Theme::instance();
    const bool any = !m_footLink->text().isEmpty();
    m_head->setFixedHeight(theme.boxHeight(headHeight, {TextStyle::Heading}));
    m_foot->setFixedHeight(theme.boxHeight(footHeight, {TextStyle::Body}));
    m_footLink->setVisible(any);
    m_headLink->setVisible(any && m_low);
    m_foot->setVisible(!m_low);
    setMinimumHeight(wantedHeight());
}

int TodayCard::wantedHeight() const
{
    const int row = Theme::instance().boxHeight(metric::RowTouch, {TextStyle::Body});
    return m_head->height() + rowsSeen * row + lines + (m_low ? 0 : m_foot->height());
}

bool TodayCard::focusRows()
{
    if (m_list->isHidden() || m_model->rowCount() == 0)
        return false;
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    return true;
}

} // namespace thimblely::ui
