-- 会员表，样本数据
CREATE TABLE `t_member` (
  `id` bigint NOT NULL AUTO_INCREMENT COMMENT '主键',
  `real_name` varchar(32) DEFAULT NULL COMMENT '姓名',
  `cert` varchar(18) DEFAULT NULL COMMENT '身份证号',
  `contact` varchar(20) DEFAULT NULL COMMENT '手机号码',
  `order_sn` varchar(32) DEFAULT NULL COMMENT '订单编号',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB COMMENT='会员';
INSERT INTO `t_member` VALUES (1,'样本甲','110101199003079980','18600000200','202603010000000001'),
(2,'样本丁','510107200106309994','18600000201','202603010000000002');
