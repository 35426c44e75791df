// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_family_list.h"

#include "core/clients/client_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/stitch_line.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace thimblely::ui {

namespace {

constexpr int youngest = 18; // of whom the age is no news

class MemberDelegate final : public QStyledItemDelegate {
public:
    MemberDelegate(const FamilyModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {240, Theme::instance().boxHeight(metric::RowTouch, {TextStyle::Body})};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::instance();
        const FamilyMember &member = m_model->member(index.row());
        const bool focused = option.state & QStyle::State_HasFocus;
        painter->save();
        if (focused)
            paintSelection(painter, option.rect, option.direction);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme.color(Role::Window));
        paintFootLine(painter, option.rect);
        const QRect inside = option.rect.adjusted(focused && option.direction == Qt::LeftToRight ? 8 : 0, 0,
                                                  focused && option.direction == Qt::RightToLeft ? -8 : 0, -1);
        painter->setFont(theme.font(TextStyle::Body));
        const QFontMetrics metrics = painter->fontMetrics();
        const QString measured = m_model->measuredText(member);
        const int end = std::min(metrics.horizontalAdvance(measured) + 2, inside.width() / 2);
        const QString relation = m_model->relationOf(member);
        const int room = inside.width() - end - 16;
        const int name = std::min(metrics.horizontalAdvance(member.name) + 1, room);
        const auto words = [&](int from, int width, Role role, const QString &text, Qt::Alignment side) {
            const QRect area = QStyle::visualRect(option.direction, inside,
                                                  QRect(inside.left() + from, inside.top(), width, inside.height()));
            painter->setPen(theme.color(role));
            painter->drawText(area, textFlags(text, side, option.direction),
                              metrics.elidedText(text, Qt::ElideRight, area.width()));
        };
        words(0, name, Role::Text, member.name, Qt::AlignLeft);
        words(name + 6, std::max(0, room - name - 6), Role::Muted, relation, Qt::AlignLeft);
        words(inside.width() - end, end, Role::Muted, measured, Qt::AlignRight);
        painter->restore();
    }

private:
    const FamilyModel *m_model;
};

} // namespace

FamilyModel::FamilyModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void FamilyModel::show(const Family &family, ClientId without)
{
    beginResetModel();
    m_rows = family.members;
    std::erase_if(m_rows, [&](const FamilyMember &member) { return member.id == without; });
    endResetModel();
}

QString FamilyModel::relationOf(const FamilyMember &member) const
{
    QStringList words;
    if (!member.relation.isEmpty())
        words.append(member.relation);
    if (member.birthDate) {
        const QDate born = member.birthDate->toQDate();
        const QDate today = m_desk.today().toQDate();
        int years = today.year() - born.year();
        if (today < born.addYears(years))
            --years;
        if (years < youngest)
            words.append(tr("%n years", nullptr, years));
    }
    if (member.pays)
        words.append(tr("pays"));
    return words.join(QStringLiteral(", "));
}

QString FamilyModel::measuredText(const FamilyMember &member) const
{
    if (!m_desk.principal().can(access::Capability::MeasurementsRead))
        return {};
    if (!member.measuredAt)
        return tr("not measured");
    return tr("measured %1").arg(dayText(m_desk.calendar().dayOf(*member.measuredAt), m_desk.today(), m_desk.locale()));
}

int FamilyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FamilyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FamilyMember &row = member(index.row());
    if (role == Qt::DisplayRole)
        return row.name;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList words{row.name, relationOf(row), measuredText(row)};
    words.removeAll({});
    return words.join(QStringLiteral(", "));
}

ClientFamily::ClientFamily(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new FamilyModel(desk, this)), m_head(new SectionHead(tr("Family"), this)),
      m_add(new FlatButton(tr("Add"))), m_view(new ListView(tr("Family"), Role::Surface, this)),
      m_none(new Label(TextStyle::Body, Role::Muted,
                       tr("No family yet: one pays, several are measured. A party stands with its order."), this))
{
    m_add->setIconName("i-plus");
    m_add->setAccessibleName(tr("Add somebody to the family"));
    m_head->addAction(m_add);
    m_add->setVisible(desk.principal().can(access::Capability::ClientsWrite));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new MemberDelegate(m_model, m_view));
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFocusPolicy(Qt::TabFocus);
    m_none->setWordWrap(true);
    m_none->setContentsMargins(0, 8, 0, 0);
    auto *all = column(this, 0);
    all->addWidget(m_head);
    all->addWidget(new Separator(Qt::Horizontal, this));
    all->addWidget(m_view);
    all->addWidget(m_none);
    connect(m_view, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT openRequested(m_model->member(index.row()).id); });
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        if (m_payer)
            Q_EMIT addRequested(*m_payer);
    });
    connect(&HideMoney::instance(), &HideMoney::changed, this, [this] {
        if (m_payer)
            showClient(*m_payer);
    });
    connect(&Theme::instance(), &Theme::changed, this, &ClientFamily::restyle);
}

void ClientFamily::showClient(ClientId client)
{
    const auto family = ClientService(m_desk.session(), m_desk.door()).family(client);
    if (!family) {
        m_desk.notices().fail(family.error()); // what is shown stays
        return;
    }
    m_model->show(*family, client);
    m_payer = family->payer() ? family->payer()->id : client;
    const bool owes = family->balance && family->balance->minor() > 0;
    m_head->setRemark(owes ? tr("together owe %1").arg(m_desk.amount(*family->balance)) : QString());
    m_none->setVisible(m_model->rowCount() == 0);
    m_view->setVisible(m_model->rowCount() > 0);
    restyle();
}

void ClientFamily::restyle()
{
    m_view->setFixedHeight(Theme::instance().boxHeight(metric::RowTouch, {TextStyle::Body}) * m_model->rowCount());
}

} // namespace thimblely::ui
